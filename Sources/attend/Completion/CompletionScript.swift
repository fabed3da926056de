/// The scripts that join the completion of a shell to the program.
///
/// They say nothing about commands and options: they hand the words of the line to the program and offer what it
/// answers, or files where it answers nothing. So a script that was installed once stays right.
enum CompletionScript: String, CaseIterable {
  case bash, zsh, fish

  var text: String {
    switch self {
    case .bash:
      #"""
      # Completion of attend for bash: the program itself says what may follow.
      _attend() {
        local word last=-1
        local -a words=()
        # bash parts words at colons and equal signs; the program wants them whole.
        for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}" "$2"; do
          if (( last >= 0 )) && [[ $word == [:=]* || ${words[last]} == *[:=] ]]; then
            words[last]+=$word
          else
            words[++last]=$word
          fi
        done
        # Where nothing is typed yet after such a sign, bash says the sign and an empty word.
        if [[ -z $2 && ${COMP_WORDS[COMP_CWORD]} == [:=] ]]; then
          if [[ -z ${words[last]} ]]; then unset "words[last]"; (( last -= 1 )); fi
          words[last]+=${COMP_WORDS[COMP_CWORD]}
        fi
        local IFS=$'\n'
        COMPREPLY=($("$1" ---complete "${words[@]}" 2>/dev/null))
        # Only what follows the last such sign is put in.
        word=${words[last]}
        COMPREPLY=("${COMPREPLY[@]#"${word%"${word##*[:=]}"}"}")
      }
      complete -o default -F _attend attend

      """#
    case .zsh:
      #"""
      #compdef attend
      # Completion of attend for zsh: the program itself says what may follow.
      local -a candidates
      candidates=("${(@f)$("${words[1]}" ---complete "${(@)words[2,CURRENT-1]}" "$PREFIX" 2>/dev/null)}")
      if [[ -n ${candidates[1]} ]]; then
        compadd -- "${candidates[@]}"
      else
        # A file may stand after a sign: --values=FILE, --values K=FILE.
        compset -P '*='
        _files
      fi

      """#
    case .fish:
      #"""
      # Completion of attend for fish: the program itself says what may follow.
      function __attend_candidates
        set -l words (commandline -opc)
        set -l found ($words[1] ---complete $words[2..-1] (commandline -ct) 2>/dev/null)
        if set -q found[1]
          printf '%s\n' $found
        else
          # A file may stand after a sign: --values=FILE, --values K=FILE.
          set -l before (string match -r '^.*=' -- (commandline -ct))
          set -l path (string replace -r '^.*=' '' -- (commandline -ct))
          for file in (__fish_complete_path $path)
            printf '%s%s\n' "$before" $file
          end
        end
      end
      complete -c attend -f -a '(__attend_candidates)'

      """#
    }
  }
}
