;; The matcher in WebAssembly: messages are followed from place to place of the tree, where they lie in the log. Written in bytes in
;; match-module.ts; test/grammar/byte-matcher.test.ts assembles this file and compares. It takes what matcher.ts takes, and tells nothing of
;; what it does not take.
;;
;; $text is the log. $table has what there is to compare with; byte-matcher.ts writes it, and has the same places by name:
;;   0    what each byte is, as bits: 1 a blank, 2 part of a word, 4 `-`, `.` or `:`, 8 a hexadecimal digit, 16 a digit
;;   256  what stands in the holes: where each begins and ends, 32 at most
;;   512  whether a free text holds a sign that may be more than part of a name
;;   516  the place that has to be written before the message can be read further, or -1
;; A place:  0 its leaf, or -1 · 4 holes · 8 how many · 12 for each byte the number of its ways, from 1 · 16 ways by that number
;;           20 the free text, or 0
;; A hole:   0 its type (0 guid, 1 int, 2 duration, 3 ip) · 4 whether a blank stands before it · 8 the place behind it
;; Ways:     0 where they are · 4 how many.  A way: 0 its words · 4 their length · 8 the place behind it
;; A text:   0 the place behind it · 4 of each byte whether an end may begin with it (1), whether it is odd (2) · 8 whether the message may
;;           end with it · 12 whether these bytes tell all ends · 16 ends · 20 how many
;; An end:   0 its pieces · 4 how many · 8 whether the message ends behind them
;; A piece:  0 whether it is a hole · of a hole: 4 its type, 8 whether a blank stands before it
;;           · of words: 4 a blank and the words, 8 the length of the words, 12 whether they may have the blank
;; Places behind others may be unwritten: then -1 - n stands there, n is their number.
(module
  (memory $text (import "text" "memory") 1)
  (memory $table (export "table") 2)
  ;; Where the message ends. A zero stands there while it is read.
  (global $end (mut i32) (i32.const 0))

  (func $byte (param $at i32) (result i32)
    (i32.load8_u $text (local.get $at)))

  ;; Whether the byte at a place is one of these kinds.
  (func $is (param $at i32) (param $kinds i32) (result i32)
    (i32.and (i32.load8_u $table (i32.load8_u $text (local.get $at))) (local.get $kinds)))

  (func $behindBlanks (param $at i32) (result i32)
    (loop $further
      (if (call $is (local.get $at) (i32.const 1))
        (then
          (local.set $at (i32.add (local.get $at) (i32.const 1)))
          (br $further))))
    (local.get $at))

  ;; Whether so many bytes of the table stand in the text. Up to 15 bytes behind them are looked at.
  (func $stand (param $words i32) (param $length i32) (param $at i32) (result i32)
    (local $equal i32)
    (if (i32.gt_u (i32.add (local.get $at) (local.get $length)) (global.get $end)) (then (return (i32.const 0))))
    (loop $further
      (local.set $equal
        (i8x16.bitmask (i8x16.eq (v128.load $table (local.get $words)) (v128.load $text (local.get $at)))))
      (if (i32.lt_s (local.get $length) (i32.const 16))
        (then (local.set $equal (i32.or (local.get $equal) (i32.shl (i32.const -1) (local.get $length))))))
      (if (i32.ne (i32.and (local.get $equal) (i32.const 0xffff)) (i32.const 0xffff)) (then (return (i32.const 0))))
      (local.set $words (i32.add (local.get $words) (i32.const 16)))
      (local.set $at (i32.add (local.get $at) (i32.const 16)))
      (local.set $length (i32.sub (local.get $length) (i32.const 16)))
      (br_if $further (i32.gt_s (local.get $length) (i32.const 0))))
    (i32.const 1))

  ;; scan.ts: behind a hole; -1 = none begins here; -2 = only the lexicon can tell.
  (func $scanHole (param $type i32) (param $at i32) (result i32)
    (if (i32.eqz (local.get $type)) (then (return (call $scanGuid (local.get $at)))))
    (if (i32.eq (local.get $type) (i32.const 1)) (then (return (call $scanNumber (local.get $at)))))
    (if (i32.eq (local.get $type) (i32.const 2)) (then (return (call $scanDuration (local.get $at)))))
    (call $scanAddress (local.get $at)))

  ;; Which of 16 bytes are hexadecimal digits, as bits.
  (func $hexBits (param $bytes v128) (result i32)
    (i8x16.bitmask
      (v128.or
        (i8x16.lt_u (i8x16.sub (local.get $bytes) (v128.const i8x16 48 48 48 48 48 48 48 48 48 48 48 48 48 48 48 48))
                    (v128.const i8x16 10 10 10 10 10 10 10 10 10 10 10 10 10 10 10 10))
        (i8x16.lt_u
          (i8x16.sub
            (v128.or (local.get $bytes) (v128.const i8x16 32 32 32 32 32 32 32 32 32 32 32 32 32 32 32 32))
            (v128.const i8x16 97 97 97 97 97 97 97 97 97 97 97 97 97 97 97 97))
          (v128.const i8x16 6 6 6 6 6 6 6 6 6 6 6 6 6 6 6 6)))))

  (func $isHyphen (param $at i32) (result i32)
    (i32.eq (call $byte (local.get $at)) (i32.const 45)))

  (func $scanGuid (param $at i32) (result i32)
    (local $to i32)
    (local.set $to (i32.add (local.get $at) (i32.const 36)))
    (if (i32.gt_u (local.get $to) (global.get $end)) (then (return (i32.const -1))))
    ;; hyphens at 8 and 13, at 18 and 23
    (if (i32.ne (call $hexBits (v128.load $text (local.get $at))) (i32.const 0xdeff)) (then (return (i32.const -1))))
    (if (i32.ne (call $hexBits (v128.load $text offset=16 (local.get $at))) (i32.const 0xff7b)) (then (return (i32.const -1))))
    (if (i32.ne (call $hexBits (v128.load $text offset=20 (local.get $at))) (i32.const 0xfff7)) (then (return (i32.const -1))))
    (select
      (local.get $to)
      (i32.const -1)
      (i32.and
        (i32.and
          (call $isHyphen (i32.add (local.get $at) (i32.const 8)))
          (call $isHyphen (i32.add (local.get $at) (i32.const 13))))
        (i32.and
          (call $isHyphen (i32.add (local.get $at) (i32.const 18)))
          (call $isHyphen (i32.add (local.get $at) (i32.const 23)))))))

  (func $digits (param $at i32) (param $most i32) (result i32)
    (local $to i32)
    (local.set $to (i32.add (local.get $at) (local.get $most)))
    (loop $further
      (if (i32.and (i32.lt_u (local.get $at) (local.get $to)) (i32.ne (call $is (local.get $at) (i32.const 16)) (i32.const 0)))
        (then
          (local.set $at (i32.add (local.get $at) (i32.const 1)))
          (br $further))))
    (local.get $at))

  ;; An end of digits, unless what follows could make them part of a longer token.
  (func $whole (param $end i32) (result i32)
    (local $next i32)
    (local $after i32)
    (local.set $next (call $byte (local.get $end)))
    (if (i32.or
          (i32.ne (call $is (local.get $end) (i32.const 2)) (i32.const 0))
          (i32.or (i32.eq (local.get $next) (i32.const 45)) (i32.eq (local.get $next) (i32.const 46))))
      (then (return (i32.const -2))))
    (if (i32.eq (local.get $next) (i32.const 58))
      (then
        (local.set $after (i32.add (local.get $end) (i32.const 1)))
        (if (i32.or
              (i32.ne (call $is (local.get $after) (i32.const 8)) (i32.const 0))
              (i32.eq (call $byte (local.get $after)) (i32.const 58)))
          (then (return (i32.const -2))))))
    (local.get $end))

  (func $scanNumber (param $at i32) (result i32)
    (local $end i32)
    (local.set $end (call $digits (local.get $at) (i32.const 15)))
    (if (i32.eq (local.get $end) (local.get $at)) (then (return (i32.const -1))))
    (call $whole (local.get $end)))

  (func $scanDuration (param $at i32) (result i32)
    (local $colon i32)
    (local $end i32)
    (local.set $colon (call $digits (local.get $at) (i32.const 6)))
    (if (i32.eq (local.get $colon) (local.get $at)) (then (return (i32.const -1))))
    (if (i32.ne (call $byte (local.get $colon)) (i32.const 58)) (then (return (i32.const -2))))
    (local.set $end (call $digits (i32.add (local.get $colon) (i32.const 1)) (i32.const 2)))
    (if (i32.ne (local.get $end) (i32.add (local.get $colon) (i32.const 3))) (then (return (i32.const -2))))
    (call $whole (local.get $end)))

  (func $scanAddress (param $at i32) (result i32)
    (local $end i32)
    (local $start i32)
    (local $group i32)
    (local.set $end (call $digits (local.get $at) (i32.const 3)))
    (local.set $group (i32.const 1))
    (loop $groups
      (if (i32.or
            (i32.eq (local.get $end) (local.get $at))
            (i32.ne (call $byte (local.get $end)) (i32.const 46)))
        (then (return (select (i32.const -2) (i32.const -1) (call $canBeLong (local.get $at))))))
      (local.set $start (i32.add (local.get $end) (i32.const 1)))
      (local.set $end (call $digits (local.get $start) (i32.const 3)))
      (if (i32.eq (local.get $end) (local.get $start)) (then (return (i32.const -2))))
      (local.set $group (i32.add (local.get $group) (i32.const 1)))
      (br_if $groups (i32.lt_u (local.get $group) (i32.const 4))))
    (call $whole (local.get $end)))

  ;; IPv6 begins with up to four hexadecimal digits and a colon.
  (func $canBeLong (param $at i32) (result i32)
    (local $to i32)
    (local.set $to (i32.add (local.get $at) (i32.const 4)))
    (loop $further
      (if (i32.and (i32.lt_u (local.get $at) (local.get $to)) (i32.ne (call $is (local.get $at) (i32.const 8)) (i32.const 0)))
        (then
          (local.set $at (i32.add (local.get $at) (i32.const 1)))
          (br $further))))
    (i32.eq (call $byte (local.get $at)) (i32.const 58)))

  ;; free-text.ts: behind a piece of an end; -1 = it does not stand there, -2 = it nearly does.
  (func $behindPiece (param $piece i32) (param $at i32) (result i32)
    (local $words i32)
    (local $length i32)
    (local $found i32)
    (if (i32.load $table (local.get $piece))
      (then
        (local.set $length (i32.load $table offset=8 (local.get $piece)))
        (if (i32.or (i32.eqz (local.get $length)) (i32.eq (call $byte (local.get $at)) (i32.const 32)))
          (then
            (local.set $found
              (call $scanHole (i32.load $table offset=4 (local.get $piece)) (i32.add (local.get $at) (local.get $length))))
            (if (i32.ne (local.get $found) (i32.const -1)) (then (return (local.get $found))))))
        (return
          (select
            (i32.const -1)
            (i32.const -2)
            (i32.eq
              (call $scanHole (i32.load $table offset=4 (local.get $piece)) (call $behindBlanks (local.get $at)))
              (i32.const -1))))))
    (local.set $words (i32.load $table offset=4 (local.get $piece)))
    (local.set $length (i32.load $table offset=8 (local.get $piece)))
    (if (call $stand (i32.add (local.get $words) (i32.const 1)) (local.get $length) (local.get $at))
      (then (return (i32.add (local.get $at) (local.get $length)))))
    (if (i32.load $table offset=12 (local.get $piece))
      (then
        (if (call $stand (local.get $words) (i32.add (local.get $length) (i32.const 1)) (local.get $at))
          (then (return (i32.add (i32.add (local.get $at) (local.get $length)) (i32.const 1)))))))
    (select
      (i32.const -2)
      (i32.const -1)
      (call $standLoosely (i32.add (local.get $words) (i32.const 1)) (local.get $length) (local.get $at))))

  ;; Whether words stand at a place, blanks left out of account on both sides.
  (func $standLoosely (param $words i32) (param $length i32) (param $at i32) (result i32)
    (local $to i32)
    (local $byte i32)
    (local.set $to (i32.add (local.get $words) (local.get $length)))
    (loop $further
      (if (i32.lt_u (local.get $words) (local.get $to))
        (then
          (local.set $byte (i32.load8_u $table (local.get $words)))
          (local.set $words (i32.add (local.get $words) (i32.const 1)))
          (br_if $further (i32.and (i32.load8_u $table (local.get $byte)) (i32.const 1)))
          (local.set $at (call $behindBlanks (local.get $at)))
          (if (i32.ne (call $byte (local.get $at)) (local.get $byte)) (then (return (i32.const 0))))
          (local.set $at (i32.add (local.get $at) (i32.const 1)))
          (br $further))))
    (i32.const 1))

  ;; How an end reads here: 0 = it does not, 1 = nearly, 2 = it does.
  (func $follow (param $path i32) (param $from i32) (result i32)
    (local $at i32)
    (local $piece i32)
    (local $left i32)
    (local.set $at (local.get $from))
    (local.set $piece (i32.load $table (local.get $path)))
    (local.set $left (i32.load $table offset=4 (local.get $path)))
    (loop $pieces
      (if (local.get $left)
        (then
          (local.set $at (call $behindPiece (local.get $piece) (local.get $at)))
          (if (i32.lt_s (local.get $at) (i32.const 0)) (then (return (i32.eq (local.get $at) (i32.const -2)))))
          (local.set $piece (i32.add (local.get $piece) (i32.const 16)))
          (local.set $left (i32.sub (local.get $left) (i32.const 1)))
          (br $pieces))))
    (if (i32.load $table offset=8 (local.get $path))
      (then (return (i32.shl (i32.eq (call $behindBlanks (local.get $at)) (global.get $end)) (i32.const 1)))))
    ;; One word goes on.
    (if (i32.gt_u (local.get $at) (local.get $from))
      (then
        (if (call $is (i32.sub (local.get $at) (i32.const 1)) (i32.const 2))
          (then (if (call $is (local.get $at) (i32.const 2)) (then (return (i32.const 1))))))))
    (i32.const 2))

  ;; How the best of the ends reads here.
  (func $judge (param $text i32) (param $at i32) (result i32)
    (local $best i32)
    (local $path i32)
    (local $left i32)
    (local $verdict i32)
    (local.set $path (i32.load $table offset=16 (local.get $text)))
    (local.set $left (i32.load $table offset=20 (local.get $text)))
    (loop $ends
      (if (local.get $left)
        (then
          (local.set $verdict (call $follow (local.get $path) (local.get $at)))
          (if (i32.eq (local.get $verdict) (i32.const 2)) (then (return (i32.const 2))))
          (local.set $best (i32.or (local.get $best) (local.get $verdict)))
          (local.set $path (i32.add (local.get $path) (i32.const 12)))
          (local.set $left (i32.sub (local.get $left) (i32.const 1)))
          (br $ends))))
    (local.get $best))

  ;; Whether the lexicon begins a token here.
  (func $isTokenStart (param $at i32) (result i32)
    (local $before i32)
    (local.set $before (call $is (i32.sub (local.get $at) (i32.const 1)) (i32.const 6)))
    (if (call $is (local.get $at) (i32.const 2)) (then (return (i32.eqz (local.get $before)))))
    (if (i32.eqz (call $is (local.get $at) (i32.const 4))) (then (return (i32.const 1))))
    (i32.or (i32.eqz (local.get $before)) (i32.eqz (call $is (i32.add (local.get $at) (i32.const 1)) (i32.const 6)))))

  ;; Where a free text ends; -1 = nowhere; -2 = chevrotain must decide.
  (func $endOfText (param $text i32) (param $at i32) (result i32)
    (local $signs i32)
    (local $sign i32)
    (local $verdict i32)
    (if (i32.eqz (i32.load $table offset=12 (local.get $text))) (then (return (i32.const -2))))
    (local.set $signs (i32.load $table offset=4 (local.get $text)))
    (loop $further
      (if (i32.lt_u (local.get $at) (global.get $end))
        (then
          (local.set $sign (i32.load8_u $table (i32.add (local.get $signs) (call $byte (local.get $at)))))
          (if (local.get $sign)
            (then
              (if (i32.and (local.get $sign) (i32.const 1))
                (then
                  (local.set $verdict (call $judge (local.get $text) (local.get $at)))
                  (if (local.get $verdict)
                    (then
                      (return
                        (select
                          (local.get $at)
                          (i32.const -2)
                          (i32.and
                            (i32.eq (local.get $verdict) (i32.const 2))
                            (i32.ne (call $isTokenStart (local.get $at)) (i32.const 0)))))))))
              (if (i32.and (local.get $sign) (i32.const 2)) (then (i32.store $table (i32.const 512) (i32.const 1))))))
          (local.set $at (i32.add (local.get $at) (i32.const 1)))
          (br $further))))
    (select (global.get $end) (i32.const -1) (i32.load $table offset=8 (local.get $text))))

  ;; The leaf of a message; -1 = none, or not for this way; -2 = a place has to be written first.
  (func $walk (param $place i32) (param $at i32) (result i32)
    (local $slot i32)
    (local $entry i32)
    (local $left i32)
    (local $from i32)
    (local $found i32)
    (local $text i32)
    (local.set $slot (i32.const 256))
    (loop $places
      (if (i32.lt_s (local.get $place) (i32.const 0))
        (then
          (i32.store $table (i32.const 516) (i32.sub (i32.const -1) (local.get $place)))
          (return (i32.const -2))))
      (if (i32.eq (local.get $slot) (i32.const 512)) (then (return (i32.const -1))))
      ;; a hole
      (local.set $entry (i32.load $table offset=4 (local.get $place)))
      (local.set $left (i32.load $table offset=8 (local.get $place)))
      (block $noHole
        (loop $holes
          (br_if $noHole (i32.eqz (local.get $left)))
          (local.set $from (i32.add (local.get $at) (i32.load $table offset=4 (local.get $entry))))
          (block $next
            (if (i32.load $table offset=4 (local.get $entry))
              (then (br_if $next (i32.ne (call $byte (local.get $at)) (i32.const 32)))))
            (local.set $found (call $scanHole (i32.load $table (local.get $entry)) (local.get $from)))
            (br_if $next (i32.eq (local.get $found) (i32.const -1)))
            (if (i32.lt_s (local.get $found) (i32.const 0)) (then (return (i32.const -1))))
            (i32.store $table (local.get $slot) (local.get $from))
            (i32.store $table offset=4 (local.get $slot) (local.get $found))
            (local.set $slot (i32.add (local.get $slot) (i32.const 8)))
            (local.set $at (local.get $found))
            (local.set $place (i32.load $table offset=8 (local.get $entry)))
            (br $places))
          (local.set $entry (i32.add (local.get $entry) (i32.const 12)))
          (local.set $left (i32.sub (local.get $left) (i32.const 1)))
          (br $holes)))
      ;; words
      (local.set $found (call $byte (local.get $at)))
      (if (i32.eq (local.get $found) (i32.const 32))
        (then (local.set $found (call $byte (i32.add (local.get $at) (i32.const 1))))))
      (block $noWords
        (local.set $found (i32.load8_u $table (i32.add (i32.load $table offset=12 (local.get $place)) (local.get $found))))
        (br_if $noWords (i32.eqz (local.get $found)))
        (local.set $entry
          (i32.add
            (i32.load $table offset=16 (local.get $place))
            (i32.shl (i32.sub (local.get $found) (i32.const 1)) (i32.const 3))))
        (local.set $left (i32.load $table offset=4 (local.get $entry)))
        (local.set $entry (i32.load $table (local.get $entry)))
        (loop $ways
          (br_if $noWords (i32.eqz (local.get $left)))
          (if (call $stand (i32.load $table (local.get $entry)) (i32.load $table offset=4 (local.get $entry)) (local.get $at))
            (then
              (local.set $at (i32.add (local.get $at) (i32.load $table offset=4 (local.get $entry))))
              (local.set $place (i32.load $table offset=8 (local.get $entry)))
              (br $places)))
          (local.set $entry (i32.add (local.get $entry) (i32.const 12)))
          (local.set $left (i32.sub (local.get $left) (i32.const 1)))
          (br $ways)))
      ;; free text
      (local.set $text (i32.load $table offset=20 (local.get $place)))
      (if (local.get $text)
        (then
          (local.set $found (call $endOfText (local.get $text) (local.get $at)))
          (if (i32.eq (local.get $found) (i32.const -2)) (then (return (i32.const -1))))
          (i32.store $table (local.get $slot) (local.get $at))
          (i32.store $table offset=4 (local.get $slot)
            (select (local.get $at) (local.get $found) (i32.eq (local.get $found) (i32.const -1))))
          (local.set $slot (i32.add (local.get $slot) (i32.const 8)))
          (local.set $at (select (global.get $end) (local.get $found) (i32.eq (local.get $found) (i32.const -1))))
          (local.set $place (i32.load $table (local.get $text)))
          (br $places))))
    ;; the end
    (if (i32.ne (call $behindBlanks (local.get $at)) (global.get $end)) (then (return (i32.const -1))))
    (i32.load $table (local.get $place)))

  ;; More pages for the table.
  (func (export "grow") (param $pages i32) (result i32)
    (memory.grow $table (local.get $pages)))

  (func (export "read") (param $root i32) (param $from i32) (param $to i32) (result i32)
    (local $behind i32)
    (local $leaf i32)
    (global.set $end (local.get $to))
    (i32.store $table (i32.const 512) (i32.const 0))
    (local.set $behind (call $byte (local.get $to)))
    (i32.store8 $text (local.get $to) (i32.const 0))
    (local.set $leaf (call $walk (local.get $root) (call $behindBlanks (local.get $from))))
    (i32.store8 $text (local.get $to) (local.get $behind))
    (local.get $leaf)))
