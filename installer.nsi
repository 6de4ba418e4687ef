# setup.exe: for one user, without admin rights, without network. Built by makensis (windows/installer.py gives VERSION,
# PROGRAM = the frozen folder, OUT, SIZE in KB). 64 bit, Windows 10 or later. Silent: setup.exe /S [/D=folder]
Unicode true
Target amd64-unicode
RequestExecutionLevel user
!ifndef COMPRESSOR
  !define COMPRESSOR "/SOLID lzma"
!endif
SetCompressor ${COMPRESSOR}
ManifestDPIAware true

!include MUI2.nsh
!include FileFunc.nsh
!include WinVer.nsh

!define NAME "督办台账"
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\duban"
!define CLASS "duban.ledger"
!define DATA "$LOCALAPPDATA\duban"

Name "${NAME}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\duban"
InstallDirRegKey HKCU "${KEY}" "InstallLocation"
BrandingText "${NAME} ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=2052 "ProductName" "${NAME}"
VIAddVersionKey /LANG=2052 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "FileDescription" "${NAME} 安装程序"
VIAddVersionKey /LANG=2052 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "LegalCopyright" "MIT License"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_WELCOMEPAGE_TEXT "只装在当前用户下，不需要管理员权限，不联网，不装服务。$\r$\n$\r$\n已经装过旧版的，直接装在原处即可：台账、备份和设置都会保留。$\r$\n$\r$\n请先关闭正在运行的${NAME}。"
!define MUI_FINISHPAGE_RUN "$INSTDIR\duban.exe"
!define MUI_UNCONFIRMPAGE_TEXT_TOP "只删除程序。台账、备份和设置都会保留，默认在：$\r$\n${DATA}$\r$\n放在别处的台账也不会动。"
!define MUI_UNFINISHPAGE_NOAUTOCLOSE
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"

# A program that runs holds its own file: nothing is touched until it is closed. Silently: exit code 3.
!macro CLOSED
  IfFileExists "$INSTDIR\duban.exe" 0 closed
  again:
  ClearErrors
  FileOpen $0 "$INSTDIR\duban.exe" a
  IfErrors 0 free
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "${NAME}正在运行，还没有改动任何东西。请先关闭它，再点“重试”。" /SD IDCANCEL IDRETRY again
  SetErrorLevel 3
  Quit
  free:
  FileClose $0
  closed:
!macroend

Function .onInit
  ${IfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "${NAME}需要Windows 10或更新的系统，没有安装。" /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
FunctionEnd

Section
  !insertmacro CLOSED
  # Only what an older version put there; data beside the program would stay.
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  File /r "${PROGRAM}\*.*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\duban.exe"
  CreateShortcut "$DESKTOP\${NAME}.lnk" "$INSTDIR\duban.exe"
  WriteRegStr HKCU "Software\Classes\.duban" "" "${CLASS}"
  WriteRegStr HKCU "Software\Classes\${CLASS}" "" "${NAME}文件"
  WriteRegStr HKCU "Software\Classes\${CLASS}\DefaultIcon" "" "$INSTDIR\duban.exe,0"
  WriteRegStr HKCU "Software\Classes\${CLASS}\shell\open\command" "" '"$INSTDIR\duban.exe" "%1"'
  WriteRegStr HKCU "${KEY}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\duban.exe,0"
  WriteRegStr HKCU "${KEY}" "Publisher" "duban"
  WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${KEY}" "EstimatedSize" ${SIZE}
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
  ${RefreshShellIcons}
SectionEnd

Section Uninstall
  !insertmacro CLOSED
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\duban.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  Delete "$DESKTOP\${NAME}.lnk"
  ReadRegStr $0 HKCU "Software\Classes\.duban" ""
  ${If} $0 == "${CLASS}"
    DeleteRegKey HKCU "Software\Classes\.duban"
  ${EndIf}
  DeleteRegKey HKCU "Software\Classes\${CLASS}"
  DeleteRegKey HKCU "${KEY}"
  ${RefreshShellIcons}
  MessageBox MB_OK|MB_ICONINFORMATION "程序已删除。台账、备份和设置没有动，默认在：$\r$\n${DATA}" /SD IDOK
SectionEnd
