"""Fonts by the names that systems know them by, and which one stands in where one is not installed."""

# The window's and the charts' on Windows: a Chinese Windows lists its fonts by their Chinese names.
SCREEN = ("Microsoft YaHei UI", "微软雅黑 UI", "Microsoft YaHei", "微软雅黑")
NAMES = {
    "Microsoft YaHei UI": SCREEN,
    "方正小标宋简体": ("方正小标宋简体", "方正小标宋_GBK", "FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05"),
    "仿宋_GB2312": ("仿宋_GB2312", "FangSong_GB2312"),
    "楷体_GB2312": ("楷体_GB2312", "KaiTi_GB2312"),
    "仿宋": ("仿宋", "FangSong", "华文仿宋", "STFangsong"),
    "楷体": ("楷体", "KaiTi", "华文楷体", "STKaiti"),
    "黑体": ("黑体", "SimHei"),
    "宋体": ("宋体", "SimSun", "新宋体", "NSimSun"),
    "Noto Serif CJK SC": ("Noto Serif CJK SC", "Source Han Serif SC", "思源宋体"),
    "Noto Sans CJK SC": ("Noto Sans CJK SC", "Source Han Sans SC", "思源黑体"),
}
# matplotlib knows a collection file of a pan-CJK font by its first face, the Japanese one, which has all characters.
TTC_FIRST = ("Noto Sans CJK JP", "Noto Serif CJK JP", "Source Han Sans", "WenQuanYi Micro Hei", "WenQuanYi Zen Hei")
# What is taken in place of a font of the papers, the nearest first.
STAND_INS = {
    "Microsoft YaHei UI": ("Noto Sans CJK SC", "黑体", "宋体"),
    "方正小标宋简体": ("宋体", "Noto Serif CJK SC", "Noto Sans CJK SC"),
    "仿宋_GB2312": ("仿宋", "宋体", "Noto Serif CJK SC", "Noto Sans CJK SC"),
    "楷体_GB2312": ("楷体", "宋体", "Noto Serif CJK SC", "Noto Sans CJK SC"),
    "黑体": ("Noto Sans CJK SC",),
    "宋体": ("Noto Serif CJK SC", "Noto Sans CJK SC"),
}
STOOD_IN = "本机没有安装“{face}”，以“{other}”代替显示；文件里写的仍是“{face}”。"
NONE = "本机没有安装“{face}”，也没有可代替的字体；文件里写的仍是“{face}”。"
