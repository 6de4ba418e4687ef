"""The words around a number that make it a target of this plan, or a name, a year, a level, a baseline.

A new notation is one entry here and one example in tests/documents/test_targets.py.
"""

# Longest first where one begins another.
MEASURES = (
    "个百分点|百分点|个工作日|工作日|个小时|小时|个月|万人次|人次|家次|户次|场次|件次|台次|车次|趟次|"
    "对次|班次|轮次|项次|门次|皮长公里|芯公里|车公里|吨公里|"
    "床位|平方公里|平方千米|平方米|立方米|公顷|公里|千米|延长?米|公斤|千克|微克|毫克|标箱|标准箱|"
    "平米|立方|千瓦时|千瓦|兆瓦|车位|泊位|学位|席位|批次|学时|课时|工时|美元|欧元|港元|元|人(?!才|均|民|"
    "社|工)|名(?!录|"
    "单|称|校|师|医)|位|户(?!外|籍)|"
    "家(?!庭|长|政|乡|具|电|园)|张|个(?!体|性)|所(?!有|属|在)|处(?!置|理|方|罚)|座(?!谈)|栋|幢|套(?!餐)|台(?!账|风)|"
    "辆|艘|架|件|起|条(?!例)|项(?!目)|场(?!所|地|馆|景)|次|期(?!间|限|满)|讲(?!座|课|话|解|述|堂|师|台)|轮(?!换|训)|节(?!能|水|约|日|"
    "点)|门(?!类|诊|店)|本(?!级|地|区|县|市|土|科)|"
    "册|份(?!额)|部(?!门|委|分|署|队)|篇|幅|只|头(?!部)|羽|株|棵|支(?!持|付|出|部)|块|间|"
    "床|对(?!象|口|接)|例(?!会)|宗|面(?!积|向)|盏|片(?!区)|亩|米|吨|斤|度(?!假)|组|类|种(?!植|子|养)|班|"
    "批|届|单(?!位|元|项)|款|集(?!中|体|市|镇)|首|枚|"
    "把(?![关握控好守脉])|根|桩|笔|席|顶|盒|箱|袋|口(?!袋|径|岸)|眼|道(?!路)|卷|页|尾|粒|盆|枝|穴(?!位)|"
    "字|封|帧|堂|㎡|m²|倍|分钟|天|日|年|岁|分(?!别|布|散|层)|级|路|档|科|格"
)
"""Units a number may carry, before 万 and 亿 are expanded; not where they begin another word (10个部门, 3部 …)."""

TIMES = "次(?!级|中心|生|品|干|新|要|日|年|序)|(?<=[台件])套|(?<=人)天|(?<=台)班(?!子|次)"
"""Any measure and 次 are one unit (3艘次, 20项次); so are 台套, 人天, 台班."""

OTHER_TIMES = "[一-鿿](?<![第首每再年月日周季])次(?=[，。；、（）]|以[上内]|左右|$)"
"""A measure that no entry knows, told by the 次 behind it (1.2万剂次)."""

OTHERS = (
    "[一-鿿](?<![年月日号时点级届批成秒折起后前内外中里上下等的以余多至到和与及])"
    "(?=[，。；、）]|(?:以上|左右)[，。；、）并])"
)
"""A measure that no entry knows, told by the end of the clause (折子戏6出, 草龙4尊以上)."""

BEHIND_LATIN = "台|套|件|辆|个(?!体|性)|块|张|支|部(?!门|委|分|署|队)|架|处(?!置|理|方|罚)|家(?!庭|具|电)"
"""Units of a number that stands right behind capital letters, as those of a device's name."""

PER = (
    "立方米|平方米|平方公里|万平方公里|百万人|十万人|万人|千人|百户|人次|人年|工作日|小时|分钟|公里|人·月|人|"
    "户|亩|日|天|月|季度|季|年|次|吨|床|家|村"
)
"""What a rate is told by: 980元/月, 35微克/立方米."""

LATIN = (
    "(?:km[²2]?|m[²2]|cm|mm|m[³3](?:/[dh])?|[µμm]g/m[³3]|kg|mg|t/[dah]|t(?=以[上内下]|左右|[，。；、）]|$)|[kMG]W[hp]?|"
    "℃|[KMGTPE]B|[GMT]bps|[TPE](?i:flops)|mu|MPa)(?![A-Za-z0-9])"
)
"""Measures in Latin letters."""


BOUND_UNITS = frozenset(
    {"个工作日", "工作日", "个小时", "小时", "分钟", "天", "日", "个月", "度", "分", "组", "类", "种", "层", "倍"}
)
"""A span of time, a distance, a mark: a target only where a comparator binds it (压缩到5个工作日)."""

SPANS = frozenset({"个月", "天", "日", "个小时", "小时", "个工作日", "工作日"})
"""Spans of time: beyond one of them begins whom the plan speaks of."""

REACHES = BOUND_UNITS | {"公里", "千米", "米"}
"""What a name may state as its reach (15分钟服务圈, 3公里半径)."""

COUNTED = frozenset(["", *"个 家 所 处 座 名 位 人 户 张 部".split()])
"""Units in which a place counts what it has: 全区46家机构."""

SIZES = frozenset("元 平方米 ㎡ 亩 公里 米 吨 公顷".split())
"""Units that tell the size of something that is counted later in the clause."""

NEVER_UNITS = frozenset({"年", "岁", "级", "届", "批", "路", "档", "科", "格", "班", "首"})
"""Years, ages, levels, batches: no quantity to deliver."""

OPENED = "打通|归集|汇聚|汇集|接入|联通|共享|采集|整合|推送|导入|开放|开通|接通|贯通|入库|上图|编制|公布|发布|梳理"
"""What is done with sorts of data, which are then delivered by the sort (归集社保等9类信息)."""

DATA = "数据|信息|通道|接口|清单|目录|证照|档案|指标|资源|报表|台账|图层|事项"

SERVED = (
    "办结|办理完毕|办[完毕]|审结|先行救助|(?:实施|给予|予以)救助|救助到位|响应|到场|到达|抵达|赶到|上门|受理|处置|审批|"
    "送达|到账|介入|转办|分派|派单|接单|派发|转介|核发|发证|完成(?:审批|审核确认|办理|救助|处置|受理|核发)"
)
"""What is done each time someone comes: within what time, a plan may promise (急难救助24小时内办结)."""

SERVED_SPANS = frozenset("分钟 小时 个小时 工作日 个工作日 天 日".split())
"""Spans in which that is promised."""

SERVED_EVENT = "受理|接[报警诉单到]|求助|报[案警修]|诉求|申请|申报|投诉|登记|发现|预约"
"""What such a span may be counted from (受理后7个工作日内), and not from an order (会后, 交办之日起)."""

MARKS = frozenset({"年", "岁", "级", "档", "科", "格"})
"""Those of them that nothing makes a quantity; 运动会1届 and 视频420路 are held and connected."""

SORTS = frozenset({"类", "种", "组", "层"})
"""Units that count what stands before them (数据12类), and name what stands behind (12类人群)."""

MAKE = (
    "新改扩建|改扩建|新改建|新修|改造提升|新建|新增|建成|建设|打造|培育|创建|创成|建立|设立|改造|改建|"
    "扩建|续建|新开工|开工|"
    "提升|完成|召开|举办|开展|组织|开设|"
    "引进|招聘|招录|培训|培养|选树|评选|命名|发展|孵化|扶持|资助|慰问|救助|服务|发放|配备|配置|安装|设置|增设|"
    "布设|出台|制定|印发|编制|形成|推出|"
    "推广|应用|实施|推进|推动|落实|争取|认定|验收|检查|抽查|抽检|排查|整治|整改|督导|走访|探访|调度|办理|化解|"
    "实现|达到|力争|确保|计划|全力|力促|"
    "成功|积极|努力|全年|年内|全区|全县|全市|保持|使|将|对|为|在|共|达"
)
"""Verbs and adverbs before the thing that is counted; cut off to name the item."""

NAME_AFTER = (
    r"大(?:行动|工程|任务|专项|计划|品牌|体系|平台|机制|领域|慈善|举措|攻坚|板块|重点|提升|战役|目标|中心|工作|"
    r"类)|(?:专项)?行动(?:计划)?|年?规划|年?计划|"
    r"大?攻坚|工程(?!项目)|(?:分钟|小时|公里|刻钟|千米|里)[^，。；、]{0,8}?(?:圈|服务圈|半径|范围|热线|服务热线|"
    r"值班|值守|在线|运转|经济圈)|"
    r"星级?|[Aa]+级?|维|方面|级(?:联动|书记|网络|体系|服务|养老|架构|机构|贯通|组织|医院|以上|及以上)|步走|"
    r"方(?:联动|协同|会谈|协议)|"
    r"层|网|化(?!解)|进(?:$|[”活])|有|个(?:统领|战略|转变|维护|确立|导向|结合|坚持|着力|聚焦|狠抓|强化|确保|突出|"
    r"方面|层面|维度|不得|严禁|不准)"
)
"""What follows a number in a name or a slogan."""

EXISTING = (
    r"(?:现有|在册|共有(?!\D*(?:达|不少))|原有|既有(?!住宅|建筑|多层|小区|房屋|楼|道路|管)|(?<![而不早业])已(?:经|累计)?(?=[一-鿿]{2})|"
    r"目前|截至|累计已|历年|去年|"
    r"上年(?!的?基础)|上一年度?|往年|前[两三]年|辖区内?)"
)
"""Words that make a number of the same clause something that exists already."""

RENEWED = (
    r"(?:提高|提升|增加|上升|下降|降低|压缩|压减|缩短|扩大|增长|达)[到至]?|新增|新建|补[足建齐]|再|力争|"
    r"(?<!已)(?<!已经)(?:加装|改造|改建|扩建|更新|修缮)"
)
"""After one of these the clause speaks of this year again (由上年的58%提高到65%)."""

WHOLE = 100
"""Per cent that leave nothing out."""

RENEWED_VERBS = (
    "改造|整治|修缮|更新|拆除|加装|排查|清理|关停|化解|复核|鉴定|检修|治理|提升|整改|改建|翻修|维修|检测|检查"
)
"""What is done to things that exist (改造2000年底前建成的小区): the year or 在册 tells which of them."""

GIVEN = "改善|补助|补贴|资助|慰问|救助|扶持|奖励|保障"
"""What is done for those that there are, all of them counted (补助全县30家卫生室)."""

RENEWED_YEAR = (
    r"(?:提高|提升|增加|上升|下降|降低|压缩|压减|缩短|扩大|增长|降)[到至]|基础上|"
    r"20\d\d年[^，。\d]{0,16}的[^，。]*?(?:新增|新建)"
)
"""After one of these a clause that named a past year speaks of this one (在2025年62%的基础上达到70%)."""

NOT_OF_THAT_YEAR = r"(?:较|比|同比|完成|推进|实施|抓好|做好|启动|落实|加快|深化)$"
"""Before a past year: compared with it, or its project goes on this year (完成2025年度项目12个)."""

PAST_LEAD = (
    r" *(?:(?:截至|截止到?|到)?(?P<year>20\d\d)年(?:度|底|末|来|以来|\d{1,2}月(?:\d{1,2}日|底|末)?)?|"
    r"(?:截至)?(?:去年|上年|过去一年|前[两三]年|目前|近年来|近[两三]年来?|一年来)[^，。\d]{0,4})，"
)
"""A sentence that opens so tells the past until it says otherwise."""
NOW = "今年|本年|力争|计划|将|要|确保|目标|下一步|预计|拟"

COMPARED = r"(?:较|比|同比|环比|对比|与|相较|高于|低于)[^，。；]{0,4}$"
"""Before a past year: a comparison with it, not a figure of it."""

CHINESE_UNITS = frozenset(
    "家 所 处 座 场 场次 次 期 轮 张 名 户 人次 人 门 套 台 辆 栋 件 部 册 节 个 支 份 篇 对 轮次 场次".split()
)
"""Units that a Chinese numeral may count; 三项, 五条, 四级, 三类 are names more often than quantities."""

TAKEN_UP = "围绕|聚焦|紧扣|突出|针对|联合(?!体|会|社)|用好|会同|协同|涉及|依托|借助|整合|贯彻|涵盖"
"""Before a number that says how many are concerned, not how many are delivered (围绕4个重点领域)."""

TOGETHER = "^(?:成员单位|部门|单位|委办局|乡镇|镇街)?(?:联动|联合|协同|共同|会签|参与|联席)"

FOUND = (
    "新建|新增|建成|建设|打造|创建|改造|培育|设立|接入|安装|召开|举办|开办|开展|组织|完成|引进|开设|评选|选树|培训|聘用|"
    "聘请|选聘|招募|配备|"
    "推出|出台|制定|起草|修订|选派|增设|不少于|不低于|至少"
)
"""What must stand right before a Chinese numeral (新建三家, 召开两次)."""

ZERO = (
    "事故|增长|发生|聚集|扩散|投诉|伤亡|亡人|上访|非访|越级访|失误|差错|遗漏|新增|死亡|舆情|复发|积压|欠薪|案件|"
    "发案|违规|违纪|违法|重复|进京|感染|"
    "登记|延误|积案|事件|纠纷|缺陷|伤害|侵害|走失|污染|浪费|超标|盲区|死角|断档|脱管|滞留|超期|逾期|炒作|存量|返贫|辍学|失管|漏管|失控|火灾|溺亡|脱保|漏保|错保|拖欠|待办|挂账|泄密|隐患|"
    "脱岗|离岗|缺岗|空岗|漏岗|误报|漏报|迟报|瞒报|错报|错发|漏发|差评|退件|退单|超时|违约|侵权|断供|断电|断水|流失|"
    "中断|宕机|故障|偏差|瑕疵|反弹|新发|火警|火情|疫情|受骗|推诿|拖延|遗失|丢失|虚报|冒领|复吸|虐待|欺凌|偷排|直排"
)
"""What a plan promises none of: 零事故. Not 零距离, 零容忍, 零跑腿, 零工, 零售."""

AT_ZERO = "(?:保持|控制|维持|实现|降低?)?(?:为|达到?|[至到在])|保持"
"""Between a rate and its 零: 投诉率为零, 失管率降至零."""

FULL = (
    r"全覆盖(?!(?:式|的|专项)?(?:检查|督查|督导|排查|走访|抽查|抽检|巡查|摸排|摸底|调研|行动|工程|要求))|"
    r"全部覆盖|百分之?百覆盖"
)

SOFT = (
    "(?:力争|争取(?!上级|中央|国家|省|市|区|县|资金|项目|试点|政策|支持|到位)|(?<![年动规])计划(?!生育|"
    "》|”)|预计|拟(?!定|订)|努力|力促|冲刺)"
    "[^，。；]*$"
)
"""Before a number that is striven for, not promised."""

FREQUENCY = (
    r"每(?:个)?(?:季度|季|半年|半月|学期|月|周|年|旬|日|天|两月|两周|双周|双月|两年)(?:度)?|半年|[一两](?:周|月|季度?|年)|全年|"
    r"年(?=不少于|至少)"
)
"""The period of a frequency, its scope."""

FLOOR = r"(?:≥|>=|不(?:得)?(?:少|低|小)于|不下于|至少|最少|不少於|保底|下限为?)"
OVER = r"(?:>|突破|超过|超出|(?<![彩反赶B])超|高于|大于|多于|高出)"
CAP = (
    r"(?:≤|<=|不(?:得)?(?:超过|高于|多于|大于|突破|超出)|控制(?:在|到|于)|压(?:缩|减|降)(?:至|到|为)|"
    r"缩(?:短|减)(?:至|"
    r"到|为)|限(?:制在|时)|最多|降低?(?:至|到))"
)
UNDER = "(?:<|低于|小于|少于)"
ABOUT = r"(?:(?<![民公契条预节签制合违租特])约|(?<![附邻就最])近|大致)"
BETWEEN = (
    r"(?:达到?|在|为|至|到|于|有|实现|完成|提高到|提升至|[^，。；、\d]{0,6}的|"
    r"[^，。；、\d]{2,14}(?:标准|水平|总[额量]|收入|支出|工资|均值|平均[数值])的)?[“ ]?"
)
"""What may stand between a comparator and its number: 不少于总数的20%."""
DEED_BETWEEN = r"[^，。；、\d一二两三四五六七八九十]{0,6}"
"""The deed between 至少 and its number: 至少开展2次."""
FLOOR_AFTER = r"(?:[及或]?以上|起步)"
CAP_AFTER = r"(?:[及或]?以[内下]|之内)"
ABOUT_AFTER = r"(?:左右|上下)"
ODD = "余多几来"
"""100余次, 十多家: about."""

GROWTH = r"增长|增幅|增加|增速|上升|下降|降幅|减少|压减|提高|提升|提速|降低|缩短|缩减|同比|环比|翻"
DOCUMENT = r"(?:出台|印发|制定|修订|编制|制发|起草|发布|汇编|编印|形成|拟定|编写|编纂|出版)"
DOCUMENT_NOUN = (
    r"办法|方案|细则|意见|制度|规范|标准|清单|规定|指引|指南|规划|预案|报告|手册|汇编|目录|案例|文件|政策|章程|"
    r"公约|信息|简报"
)
