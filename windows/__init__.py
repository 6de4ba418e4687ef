"""The Windows program made and tried on Debian under Wine: `python3 dev.py build --windows`.

`machine` gets Wine, `python` the Windows Python with its packages, `bundle` looks at what was frozen, `installer` makes
setup.exe, `trial` installs, upgrades and removes it, `suite` runs the tests, `window` photographs the real window;
`build` is the order of it all. Nothing here ships. Wine is not Windows: what passes here was seen under Wine, no more.
"""
