; A version's folder: chosen, settled on the disk, put in the place of the one before.

Function SeeThatItCanWrite
  ClearErrors
  CreateDirectory "$INSTDIR"
  FileOpen $0 "$INSTDIR\${IN_USE}.try" w
  ${If} ${Errors}
    !insertmacro Fail ${FAIL_WRITE} "$(NOT_WRITABLE)"
  ${EndIf}
  FileClose $0
  Delete "$INSTDIR\${IN_USE}.try"
FunctionEnd

; On the stack: a folder, on whose disk a version is to find room.
Function SeeThatThereIsRoom
  Pop $3
  System::Call 'kernel32::GetDiskFreeSpaceExW(w r3, *l .r1, p 0, p 0) i .r0'
  System::Int64Op $1 / 1024
  Pop $1
  IntOp $2 ${SIZE} + 51200 ; 50 MB stay free for the register and its backup
  System::Int64Op $1 < $2
  Pop $3
  ${If} $0 != 0
  ${AndIf} $3 == 1
    RMDir "$INSTDIR"
    !insertmacro Fail ${FAIL_SPACE} "$(NO_ROOM)"
  ${EndIf}
FunctionEnd

; A folder that no launcher names: never one that is, or may be, in use.
Function ChooseSlot
  StrCpy $Launchers 1
  StrCpy $Slot "${VERSION}"
  ${If} ${FileExists} "$INSTDIR\$Slot\${IN_USE}"
    StrCpy $Launchers 2
    StrCpy $Slot "${VERSION}-2"
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\$Slot\${IN_USE}"
    StrCpy $Launchers 3
    StrCpy $Slot "${VERSION}-3"
  ${EndIf}
  Push "$INSTDIR\$Slot"
  Call RemoveCopy
FunctionEnd

; On the stack: a folder. All that a version is goes into it; first what it is known by, should this be broken off.
Function Unpack
  Pop $0
  SetOutPath $0
  FileOpen $1 "$0\${MARK}" w
  FileClose $1
  ClearErrors
  File /r "${STAGE}\*"
  ${If} ${Errors}
    !insertmacro Fail ${FAIL_WRITE} "$(NOT_WRITABLE)"
  ${EndIf}
FunctionEnd

; On the stack: a folder with the new version in it, which backs the person's register up and tries whether it opens a copy.
; $0 = 0: it does.
Function TryRegister
  Pop $0
  nsExec::Exec '"$0\python.exe" -X utf8 -m coopdesk try-register'
  Pop $0
FunctionEnd

; What was copied, or is half copied, goes again; so does the folder, where nothing was in it before.
Function TakeSlotAway
  ${If} $Slot != ""
    SetOutPath "$TEMP"
    Push "$INSTDIR\$Slot"
    Call RemoveCopy
    RMDir "$INSTDIR"
  ${EndIf}
FunctionEnd

!macro RemoveCopy UN
; On the stack: a version's folder. What it is known by goes last, so that one that was broken off, or of which a virus
; scanner holds a file, is found and taken away the next time.
Function ${UN}RemoveCopy
  Exch $R0
  Push $R1
  Push $R2
  FindFirst $R1 $R2 "$R0\*"
  ${DoUntil} $R2 == ""
    ${If} $R2 == "."
    ${OrIf} $R2 == ".."
    ${OrIf} $R2 == "${MARK}"
      Nop
    ${ElseIf} ${FileExists} "$R0\$R2\*.*"
      RMDir /r "$R0\$R2"
    ${Else}
      Delete "$R0\$R2"
    ${EndIf}
    FindNext $R1 $R2
  ${Loop}
  FindClose $R1
  Delete "$R0\${MARK}"
  ClearErrors
  RMDir "$R0"
  ${If} ${FileExists} "$R0\*.*"
    FileOpen $R1 "$R0\${MARK}" w
    FileClose $R1
  ${EndIf}
  Pop $R2
  Pop $R1
  Pop $R0
FunctionEnd
!macroend
!insertmacro RemoveCopy ""
!insertmacro RemoveCopy "un."

; On the stack: a folder. What is in it is on the disk afterwards, not only in memory: no power cut leaves it empty.
Function Settle
  Exch $R0
  Push $R1
  Push $R2
  Push $R3
  FindFirst $R1 $R2 "$R0\*"
  ${DoUntil} $R2 == ""
    ${If} $R2 == "."
    ${OrIf} $R2 == ".."
      Nop
    ${ElseIf} ${FileExists} "$R0\$R2\*.*"
      Push "$R0\$R2"
      Call Settle
    ${Else}
      Push "$R0\$R2"
      Call SettleFile
    ${EndIf}
    FindNext $R1 $R2
  ${Loop}
  FindClose $R1
  Pop $R3
  Pop $R2
  Pop $R1
  Pop $R0
FunctionEnd

; On the stack: a file. Its content goes to the disk; the disk's own cache is emptied with the launchers, which come last.
Function SettleFile
  Exch $R0
  Push $R1
  Push $R2
  System::Call 'kernel32::CreateFileW(w R0, i ${GENERIC_WRITE}, i ${SHARE_ALL}, p 0, i ${OPEN_EXISTING}, i 0, p 0) p .R1'
  ${If} $R1 != -1
    System::Call 'ntdll::NtFlushBuffersFileEx(p R1, i ${FLUSH_NO_SYNC}, p 0, i 0, @ r7) i .R2'
    ${If} $R2 != 0 ; not every file system knows that one
      System::Call 'kernel32::FlushFileBuffers(p R1)'
    ${EndIf}
    System::Call 'kernel32::CloseHandle(p R1)'
  ${EndIf}
  Pop $R2
  Pop $R1
  Pop $R0
FunctionEnd

; $0 = the file's name: puts the new launcher in the old one's place, in one step.
Function SwitchLauncher
  Call LayLauncherBeside
  StrCpy $1 0
  ${Do}
    System::Call 'kernel32::MoveFileExW(w "$INSTDIR\$0.new", w "$INSTDIR\$0", i ${MOVE_OVER}) i .r2'
    ${IfThen} $2 != 0 ${|} ${Break} ${|}
    Sleep 250
    IntOp $1 $1 + 1
    ${If} $1 > ${HOLDER_TRIES}
      Delete "$INSTDIR\$0.new"
      MessageBox MB_ICONEXCLAMATION|MB_RETRYCANCEL "$(FILE_HELD)" /SD IDCANCEL IDRETRY retry
      ; A launcher may name either folder by now: both stay.
      StrCpy $Slot ""
      !insertmacro Fail ${FAIL_RUNNING} "$(FILE_HELD_END)"
      retry:
      Call LayLauncherBeside
      StrCpy $1 0
    ${EndIf}
  ${Loop}
FunctionEnd

Function LayLauncherBeside
  CopyFiles /SILENT "$INSTDIR\$Slot\launchers\$Launchers\$0" "$INSTDIR\$0.new"
  System::Call 'kernel32::CreateFileW(w "$INSTDIR\$0.new", i ${GENERIC_WRITE}, i ${SHARE_ALL}, p 0, i ${OPEN_EXISTING}, i 0, p 0) p .r3'
  System::Call 'kernel32::FlushFileBuffers(p r3)' ; this one empties the disk's own cache too
  System::Call 'kernel32::CloseHandle(p r3)'
FunctionEnd

Function RemoveOtherCopies
  StrCpy $1 ""
  ${Do}
    !insertmacro NextCopy $1 $2
    ${IfThen} $2 == "" ${|} ${Break} ${|}
    ${If} $2 != $Slot
      Push "$INSTDIR\$2"
      Call RemoveCopy
    ${EndIf}
  ${Loop}
FunctionEnd
