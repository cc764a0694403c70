; For whom: for this person, or for everyone on the computer; and who may do that.

Var OnlyMe

!macro ChooseContext UN
; Where its entries in Windows stand.
Function ${UN}ChooseContext
  ${If} $Everyone == 1
    SetShellVarContext all
  ${Else}
    SetShellVarContext current
  ${EndIf}
FunctionEnd
!macroend
!insertmacro ChooseContext ""
!insertmacro ChooseContext "un."

; The folder is the one given (/D=), else the one where CoopDesk is, else the system's place for programs. What everyone
; has is renewed for everyone, unless this person has a copy too.
Function ChooseFolder
  ReadRegStr $0 HKCU "${APPS}" "InstallLocation"
  ReadRegStr $1 HKLM "${APPS}" "InstallLocation"
  ${If} $1 != ""
    ${If} $INSTDIR == $1
      StrCpy $Everyone 1
    ${ElseIf} $INSTDIR == ""
    ${AndIf} $0 == ""
      StrCpy $Everyone 1
    ${EndIf}
  ${EndIf}
  Call ChooseContext
  ${If} $INSTDIR != ""
    Return
  ${EndIf}
  ReadRegStr $INSTDIR SHCTX "${APPS}" "InstallLocation"
  ${If} $INSTDIR == ""
    ${If} $Everyone == 1
      StrCpy $INSTDIR "$PROGRAMFILES64\CoopDesk"
    ${Else}
      StrCpy $INSTDIR "$LOCALAPPDATA\Programs\CoopDesk"
    ${EndIf}
  ${EndIf}
FunctionEnd

Function WhoPage
  ReadRegStr $0 SHCTX "${APPS}" "InstallLocation"
  ${If} $0 != ""
  ${OrIf} $Everyone == 1
    Abort ; it is there already, or was asked for: nothing to choose
  ${EndIf}
  !insertmacro MUI_HEADER_TEXT "$(WHO)" "$(WHO_TEXT)"
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateRadioButton} 0 20u 100% 12u "$(WHO_ME)"
  Pop $OnlyMe
  ${NSD_Check} $OnlyMe
  ${NSD_CreateLabel} 12u 34u 95% 20u "$(WHO_ME_TEXT)"
  Pop $0
  ${NSD_CreateRadioButton} 0 66u 100% 12u "$(WHO_EVERYONE)"
  Pop $0
  ${NSD_CreateLabel} 12u 80u 95% 20u "$(WHO_EVERYONE_TEXT)"
  Pop $0
  ${NSD_SetFocus} $OnlyMe
  nsDialogs::Show
FunctionEnd

Function WhoPageLeft
  ${NSD_GetState} $OnlyMe $0
  ${If} $0 == ${BST_CHECKED}
    Return
  ${EndIf}
  StrCpy $Everyone 1
  StrCpy $INSTDIR ""
  Call ChooseFolder
  Call SeeWhoInstalls
FunctionEnd

Function SkipWhenThere
  ReadRegStr $0 SHCTX "${APPS}" "InstallLocation"
  ${If} $0 != ""
  ${OrIf} $Everyone == 1
    Abort
  ${EndIf}
FunctionEnd

; The administrator's setup only copies: the person's own says that it is done, and opens it.
Function SkipInChild
  ${If} $Child == 1
    Abort
  ${EndIf}
FunctionEnd

; For everyone only an administrator installs, and only where nobody else can change it: what everyone starts, an
; administrator starts too.
Function SeeWhoInstalls
  ${If} $Everyone != 1
    Return
  ${EndIf}
  StrLen $0 "$PROGRAMFILES64\"
  StrCpy $0 $INSTDIR $0
  ${If} $0 != "$PROGRAMFILES64\"
    !insertmacro Fail ${FAIL_WRITE} "$(UNSAFE_FOLDER)"
  ${EndIf}
  UserInfo::GetAccountType
  Pop $0
  ${If} $0 == "Admin"
    Return
  ${EndIf}
  ${If} ${Silent}
  ${OrIf} $Child == 1
    !insertmacro Fail ${FAIL_WRITE} "$(NO_ADMINISTRATOR)"
  ${EndIf}
  StrCpy $ByAdministrator 1
FunctionEnd

; Windows asks for an administrator, whose setup copies while this one waits. The register is this person's: it is tried before,
; with this person's rights and no more.
Function AskForAnAdministrator
  InitPluginsDir
  Push "$PLUGINSDIR"
  Call SeeThatThereIsRoom
  DetailPrint "$(TRYING)"
  SetDetailsPrint none
  Push "$PLUGINSDIR\copy"
  Call Unpack
  Push "$PLUGINSDIR\copy"
  Call TryRegister
  SetOutPath "$TEMP"
  RMDir /r "$PLUGINSDIR\copy"
  ${If} $0 != 0
    !insertmacro Fail ${FAIL_TRIAL} "$(TRIAL_FAILED)"
  ${EndIf}
  StrCpy $1 "/CHILD /ALLUSERS /LANG=$LANGUAGE"
  ${If} $Updating == 1
    StrCpy $1 "$1 /UPDATE"
  ${EndIf}
  HideWindow
  ; SHELLEXECUTEINFOW, with what fills it up between numbers and pointers.
  System::Call '*(i 112, i ${WAITED_FOR}, p $HWNDPARENT, w "runas", w "$EXEPATH", w r1, p 0, i ${SW_SHOWNORMAL}, i 0, p 0, p 0, p 0, p 0, i 0, i 0, p 0, p 0) p .r2'
  System::Call 'shell32::ShellExecuteExW(p r2) i .r0'
  System::Call '*$2(i, i, p, p, p, p, p, i, i, p, p, p, p, i, i, p, p .r3)'
  System::Free $2
  ${If} $0 == 0
    !insertmacro Fail ${FAIL_WRITE} "$(NO_ADMINISTRATOR)"
  ${EndIf}
  System::Call 'kernel32::WaitForSingleObject(p r3, i -1)'
  System::Call 'kernel32::GetExitCodeProcess(p r3, *i .r0)'
  System::Call 'kernel32::CloseHandle(p r3)'
  ${If} $0 != 0 ; that setup said why
    SetErrorLevel $0
    Call GoOn
    Quit
  ${EndIf}
  ReadRegStr $INSTDIR HKLM "${APPS}" "InstallLocation"
  ShowWindow $HWNDPARENT ${SW_SHOW}
  BringToFront
FunctionEnd

; Where CoopDesk itself started the setup, it is opened again, in whatever version is there now: by the person's own setup.
Function GoOn
  ${If} $Updating == 1
  ${AndIf} $Child != 1
    Exec '"$INSTDIR\coopdeskw.exe"'
  ${EndIf}
FunctionEnd

; As the last page asks.
Function StartProgram
  ${If} $Everyone == 1
  ${AndIf} $ByAdministrator != 1
  ${AndIf} $Updating != 1 ; else it has the rights that CoopDesk had before
    ; Through Explorer, so that it does not run as the administrator who installed it.
    Exec '"$WINDIR\explorer.exe" "$INSTDIR\coopdeskw.exe"'
  ${Else}
    Exec '"$INSTDIR\coopdeskw.exe"'
  ${EndIf}
FunctionEnd

Function un.onInit
  !insertmacro MUI_UNGETLANGUAGE
  ${If} ${Silent}
    Call un.Begin
  ${EndIf}
FunctionEnd

Function un.Begin
  StrCpy $Everyone 0
  ReadRegStr $0 HKLM "${APPS}" "InstallLocation"
  ${If} $0 == $INSTDIR
    StrCpy $Everyone 1
    Call un.AskForAnAdministrator
  ${EndIf}
  Call un.OneAtATime
FunctionEnd

Function un.AskForAnAdministrator
  UserInfo::GetAccountType
  Pop $0
  ${If} $0 == "Admin"
    Return
  ${EndIf}
  ${IfNot} ${Silent}
    ClearErrors
    ExecShell "runas" "$INSTDIR\uninstall.exe"
    ${IfNot} ${Errors}
      Quit
    ${EndIf}
  ${EndIf}
  SetErrorLevel ${FAIL_WRITE}
  MessageBox MB_ICONSTOP|MB_OK "$(NO_ADMINISTRATOR)" /SD IDOK
  Quit
FunctionEnd
