; CoopDesk is closed before anything of it is changed.

!macro OneAtATime UN
; Two setups would take each other's folders away: the second says so, and ends.
Function ${UN}OneAtATime
  System::Call 'kernel32::CreateMutexW(p 0, i 0, w "Global\CoopDesk-setup") p .r0 ?e'
  Pop $1
  ${If} $0 == 0 ; another person's
  ${OrIf} $1 == ${ALREADY_EXISTS}
    SetErrorLevel ${FAIL_RUNNING}
    MessageBox MB_ICONSTOP|MB_OK "$(ANOTHER_SETUP)" /SD IDOK
    Call ${UN}LeaveAsItIs
    Quit
  ${EndIf}
FunctionEnd
!macroend
!insertmacro OneAtATime ""
!insertmacro OneAtATime "un."

; FOLDER = the next folder below $INSTDIR that is a version's; "" at the end. HANDLE starts empty.
!macro NextCopy HANDLE FOLDER
  ${Do}
    ${If} ${HANDLE} == ""
      FindFirst ${HANDLE} ${FOLDER} "$INSTDIR\*"
    ${Else}
      FindNext ${HANDLE} ${FOLDER}
    ${EndIf}
    ${If} ${FOLDER} == ""
      FindClose ${HANDLE}
      ${Break}
    ${EndIf}
  ${LoopUntil} ${FileExists} "$INSTDIR\${FOLDER}\${MARK}"
!macroend

!macro Running UN
; $0 = 1 where CoopDesk runs out of any of its folders: Windows lets nobody write to a library that is in use.
Function ${UN}LookForRunning
  StrCpy $0 0
  StrCpy $1 ""
  ${Do}
    !insertmacro NextCopy $1 $2
    ${IfThen} $2 == "" ${|} ${Break} ${|}
    ${If} $2 == $Slot
      ${Continue} ; nothing starts that yet
    ${EndIf}
    ; python313.dll, or another version's of Python; python3.dll, which Windows finds by this too, need not be in use.
    FindFirst $3 $4 "$INSTDIR\$2\python3??.dll"
    ${DoUntil} $4 == ""
      ClearErrors
      FileOpen $5 "$INSTDIR\$2\$4" a
      ${If} ${Errors}
        StrCpy $0 1
      ${Else}
        FileClose $5
      ${EndIf}
      FindNext $3 $4
    ${Loop}
    FindClose $3
  ${Loop}
FunctionEnd

; Asks the person, then CoopDesk itself, to close; goes on once it is closed.
Function ${UN}CloseRunning
  Call ${UN}LookForRunning
  ${If} $0 == 1
  ${AndIf} $Updating != 1
    MessageBox MB_ICONINFORMATION|MB_OKCANCEL "$(ASK_CLOSE)" /SD IDOK IDOK close
    Call ${UN}LeaveAsItIs
    SetErrorLevel ${DONE_CANCELLED}
    Quit
    close:
    nsExec::Exec /TIMEOUT=20000 '"$INSTDIR\coopdesk.exe" close'
    Pop $6
  ${EndIf}
  StrCpy $6 0
  ${Do}
    Call ${UN}LookForRunning
    ${IfThen} $0 == 0 ${|} ${Break} ${|}
    Sleep 250
    IntOp $6 $6 + 1
    ${If} $6 > ${HOLDER_TRIES}
      MessageBox MB_ICONEXCLAMATION|MB_RETRYCANCEL "$(STILL_OPEN)" /SD IDCANCEL IDRETRY again
      Call ${UN}LeaveAsItIs
      SetErrorLevel ${FAIL_RUNNING}
      Quit
      again:
      StrCpy $6 0
    ${EndIf}
  ${Loop}
FunctionEnd
!macroend
!insertmacro Running ""
!insertmacro Running "un."

; Takes away what was copied; the version that was there goes on.
Function LeaveAsItIs
  Call TakeSlotAway
  Call GoOn
FunctionEnd

Function un.LeaveAsItIs
FunctionEnd
