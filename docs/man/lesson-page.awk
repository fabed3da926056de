# Makes attend-lesson(5) from the reference half of docs/write-a-lesson.md:
#
#   awk -f docs/man/lesson-page.awk docs/write-a-lesson.md > docs/man/attend-lesson.5
#
# It knows the Markdown of that chapter and no more: headings, paragraphs, lists, tables and code.

# A text as the page takes it: code in bold, strong and emphasised words in italics.
function inline(text,    run, rest, place, width, count, code) {
  gsub(/\\/, "\\e", text)
  # Code is put aside first: a star in it is a star, and strong words may have code among them.
  while (match(text, /`+/)) {
    width = RLENGTH
    run = substr(text, RSTART, width)
    rest = substr(text, RSTART + width)
    place = index(rest, run)
    if (!place) break
    code[++count] = substr(rest, 1, place - 1)
    # Two backticks have a blank inside, so that the code may begin with one.
    if (width > 1) { sub(/^ /, "", code[count]); sub(/ $/, "", code[count]) }
    gsub(/-/, "\\-", code[count])
    text = substr(text, 1, RSTART - 1) "\001" count "\002" substr(rest, place + width)
  }
  while (match(text, /\*\*[^*]+\*\*/)) text = emphasised(text, 2)
  while (match(text, /\*[^* ][^*]*\*/)) text = emphasised(text, 1)
  # Manual pages begin each sentence on a line of its own.
  while (match(text, /[.?!] [A-Z]/)) text = substr(text, 1, RSTART) "\n" substr(text, RSTART + 2)
  for (place = 1; place <= count; place++) {
    match(text, "\001" place "\002")
    text = substr(text, 1, RSTART - 1) "\\fB" code[place] "\\fR" substr(text, RSTART + RLENGTH)
  }
  return text
}

# The text with what was matched last in italics, without so many stars on both sides.
function emphasised(text, stars) {
  return substr(text, 1, RSTART - 1) "\\fI" substr(text, RSTART + stars, RLENGTH - 2 * stars) "\\fR" \
    substr(text, RSTART + RLENGTH)
}

# Nothing at the beginning of a line may be taken for a request.
function say(text) {
  if (text ~ /^[.']/) text = "\\&" text
  print text
}

function endParagraph() { inParagraph = 0 }

function endList() {
  if (list) print ".El"
  list = ""
  headings = 0
}

function beginList(kind) {
  if (list != kind) {
    endList()
    print kind == "bullet" ? ".Bl -bullet" : ".Bl -tag -width 6n"
    list = kind
  }
}

# The cells of a row of a table; a | in code is part of it.
function cells(row,    count, fence, place, sign, cell) {
  sub(/^\| */, "", row); sub(/ *\|$/, "", row)
  for (place = 1; place <= length(row); place += length(sign)) {
    sign = substr(row, place, 1)
    if (sign == "`") {
      match(substr(row, place), /^`+/)
      sign = substr(row, place, RLENGTH)
      fence = fence == "" ? sign : fence == sign ? "" : fence
    }
    if (sign == "|" && fence == "") { fields[++count] = cell; cell = "" } else cell = cell sign
  }
  fields[++count] = cell
  for (place = 1; place <= count; place++) gsub(/^ +| +$/, "", fields[place])
  return count
}

BEGIN {
  print ".\\\" Made from docs/write-a-lesson.md by docs/man/lesson-page.awk: change those."
  print ".Dd November 25, 2026\n.Dt ATTEND-LESSON 5\n.Os"
  print ".Sh NAME\n.Nm attend-lesson\n.Nd a lesson of attend as a folder of plain text"
  print ".Sh DESCRIPTION"
  print "A lesson is a folder with its numbers and formulas in one file and its words in another."
  print "What follows is everything that may stand in them."
  print "The chapter"
  print ".Pa write-a-lesson.md"
  print "in the documentation of"
  print ".Xr attend 1"
  print "leads from an empty folder to a whole lesson, and"
  print ".Dl attend new my-lesson"
  print "makes a small one that works."
}

# The first half of the chapter ends with a rule.
/^---$/ { isReference = 1; next }
!isReference { next }

/^```/ {
  endList(); endParagraph()
  if (inCode) print ".Ed"
  else print ".Bd -literal -offset indent"
  inCode = !inCode
  next
}
inCode { gsub(/\\/, "\\e"); say($0); next }

/^## / { endList(); endParagraph(); print ".Sh " toupper(inline(substr($0, 4))); afterHeading = 1; next }
/^### / { endList(); endParagraph(); print ".Ss " inline(substr($0, 5)); afterHeading = 1; next }

/^\|[-|]+$/ { next }
/^\|/ {
  endParagraph()
  count = cells($0)
  if (!headings) {
    beginList("tag")
    headings = count
    for (column = 1; column <= count; column++) heading[column] = fields[column]
    next
  }
  print ".It " inline(fields[1])
  say(inline(fields[2]))
  if (count > 2 && fields[3] != "") {
    print ".br"
    say(inline(toupper(substr(heading[3], 1, 1)) substr(heading[3], 2) ": " fields[3]))
  }
  afterHeading = 0
  next
}

/^- / { endParagraph(); beginList("bullet"); print ".It"; say(inline(substr($0, 3))); afterHeading = 0; next }
/^  / && list == "bullet" { sub(/^ +/, ""); say(inline($0)); next }
/^$/ { if (list != "bullet") endList(); endParagraph(); next }

{
  endList()
  if (!inParagraph && !afterHeading) print ".Pp"
  inParagraph = 1
  afterHeading = 0
  say(inline($0))
}

END {
  endList()
  print ".Sh SEE ALSO\n.Xr attend 1"
}
