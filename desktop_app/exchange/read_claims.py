"""What words about progress claim: that all or something is done, that it goes on, is in trouble, or nothing at all."""

import re

from desktop_app.exchange.read_values import folded

_STOP_SIGNS = ",。;、.!！:…"
_STOPS = re.compile(f"[{_STOP_SIGNS}]+")
# words that tell nothing by themselves, and of which a hollow sentence is wholly made
_FILLER = (
    "该项|该|此项|此|本项|本|各项|项|工作|任务|事项|项目|目前|当前|现在|现|仍在|仍|还在|还|正在|正|在|均|都|已按|按照|按|根据|依|"
    "时间节点|时间|时序|节点|进度|序时|既定|计划|方案|要求|安排|部署|有序|有力|稳步|持续|扎实|积极|全力|加快|抓紧|稳妥|"
    "顺利|正常|良好|逐步|较好|平稳|推进|推动|开展|实施|进行|落实|办理|跟进|执行|之中|当中|中|进展|状态|情况|总体|整体|"
    "常态化|如期|按期|按时|一切|地|的|着|了|并|且|和|与"
)
_CORE = re.compile("推进|推动|开展|实施|进行|落实|办理|跟进|执行|进展|正常|顺利|良好|平稳")
_LONGEST_HOLLOW = 80  # characters
_HOLLOW = re.compile(f"(?:{_FILLER})+")
_HOLLOW_SIGNS = "".join({*_FILLER, *",。;、.!:…！"})  # strip() with these tells at once that something else is said
_DONE_WORDS = (
    "该项|该|此项|此|本项|各项|项|工作|任务|事项|项目|目标|指标|年度|全年|本年|目前|现|均|都|已经|已|全部|全面|整体|按期|如期|提前|"
    "圆满|顺利|按时|按要求|按计划|按|序时|完成|办结|完工|竣工|完毕|验收|通过|并|了|的|100%|百分之百"
)
_DONE_CLAUSE = re.compile(rf"(?<![^{_STOP_SIGNS}])(?:{_DONE_WORDS})+(?![^{_STOP_SIGNS}])")
_DONE_CORE = re.compile("完成|办结|完工|竣工|完毕")
_BUSY = "推进|办理|实施|建设|施工|开展|进行|落实|筹备|组织|申报|审核|审批|招标|采购|改造|装修|修订|起草"
_GOING_ON = re.compile(
    rf"(?:{_BUSY})(?:之)?中(?!心|标|央|学|小)|正在?(?:按计划|按|有序|稳步|持续|积极|全力|加快|抓紧|逐步)*(?:{_BUSY})"
    "|(?:尚|还|仍)?未(?:全部|全面|能|按期)*(?:完成|办结|完工|竣工|启动|开工|开展)|尚未|仍需推进"
)
# whatever is being done: 正在浇筑基础, 预计下月完工; what is in use is done
_UNDER_WAY = re.compile(
    "正在(?!使用|投用|运行|运营|营业|开放|服务|发挥|享受|惠及|生效)|"
    f"(?:预计|有望|[拟将]于|计划于)[^{_STOP_SIGNS}]{{0,12}}(?:完成|完工|竣工|建成|办结)(?!后)"
)

# what somebody puts before last time's words to say of when they are
OF_PERIOD = re.compile(
    r"[(\[]?(?:上(?:一?个?[期月季年次]|半年)|\d{1,2}月|[一二三四]季度)(?:份|度)?(?:进展|完成|工作)?(?:情况)?[)\]]?[:,、]?"
)
# what follows the title of a task that is reported on
REPORTS = (":", ",", "方面")
# what reports on any task speak of: doings, means and times
COMMON = frozenset(
    "工作 建设 服务 管理 改造 提升 开展 推进 完善 加强 发放 治理 培训 检查 落实 组织 实施 完成 项目 "
    "专项 行动 保障 监管 评估 规范 活动 申请 审核 办理 情况 全面 提高 质量 制度 机制 体系 能力 水平 "
    "发展 改革 创新 推动 深化 强化 优化 健全 建立 试点 示范 宣传 排查 整治 整改 专题 动态 标准 信息 "
    "资金 机构 单位 人员 群众 社区 公示 设施 安全 登记 核查 走访 会议 方案 全区 街道 镇街 入户 上门 "
    "对象 年度 月底 底前 前完 年底 每月 每季 季度 全年 上半 下半 半年 新增 累计 开工 投入 使用 验收 "
    "召开 印发 进行 有关 相关 部门 联合 问题".split()
)
# what words about problems have and words about progress seldom
TROUBLE = re.compile(
    "不[足够到齐上一及高强力便愿配]|偏[慢紧少低高弱大远]|较[慢少低弱差大长远]|人手紧|[紧短]缺|缺[乏少口]|滞后|困难|难[以度点于]|薄弱|"
    "周期长|距离远|未到位|尚未|阻力|矛盾|老化|受.{0,6}影响"
)
# what words about what is still to come begin with, and evidence is wholly made of: 现场照片6张、签到表2份
TO_COME = re.compile(r"下一?步|下一?阶段|下个?月(?:将|拟|计划)")
# what words about what is still to come have, and those about what was done seldom
PLANNED = re.compile(
    r"下一?[步阶个月季半周]|将|拟|计划|准备|打算|预计|争取|力争|继续|尽快|抓紧|年底|底前|[日月]前|再|[待等]|"
    r"(?:\d{1,2}|[一二三四五六七八九十]{1,2})月份?(?!\d{1,2}日)"
)
_MATERIAL = (
    r"[^，,、；;。拟将签印制送完开补收报发下]{0,8}(?:照片|图片|截图|视频|纪要|台账|清单|名册|签到表|通知|文件|合同|票据|发票|"
    r"简报|档案|记录)(?:\d+|[一二三四五六七八九十]+)[张份个本册页段条期卷篇]"
)
MATERIALS = re.compile(rf"{_MATERIAL}(?:[，,、；;和]{_MATERIAL})*[。.]?")
DONE = re.compile(r"\d|已|完成|开展|组织|召开|签订|印发|建成|举办|启动")


def is_hollow(words: str) -> bool:
    """Whether words say nothing of what was done: 正在按计划有序推进中."""
    if len(words) > _LONGEST_HOLLOW or folded(words).strip(_HOLLOW_SIGNS):
        return False
    clauses = _clauses(words)
    return bool(clauses) and all(_HOLLOW.fullmatch(c) and _CORE.search(c) for c in clauses)


def claims_end(words: str) -> bool:
    """Whether words say that the whole is done: 已全部完成, not 已完成选址."""
    return _ended(words) and not _GOING_ON.search(folded(words))


def claims_going_on(words: str) -> bool:
    """Whether words say that the work still goes on, and none of them that the whole is done."""
    said = folded(words)
    return any(pattern.search(said) for pattern in (_GOING_ON, _UNDER_WAY)) and not _ended(words)


def _ended(words: str) -> bool:
    if not _DONE_CORE.search(words):
        return False
    return any(_DONE_CORE.search(clause) for clause in _DONE_CLAUSE.findall(folded(words)))


def _clauses(words: str) -> list[str]:
    return [clause for clause in _STOPS.split(folded(words)) if clause]
