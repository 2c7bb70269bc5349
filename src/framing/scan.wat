;; The inside of a log, 16 bytes at a time. Written in bytes in scan-module.ts; test/framing/scanner.test.ts assembles this file and compares.
;;
;; Behind the text, at the offset `board`, lies what this module and lane.ts say to each other; lane.ts has the same places by name.
;;   0   start of the record that was read, 4 its message, 8 its end, 12 where the next one begins, 16 the number of its tail
;;   20  records that were passed, 24 the start of the last of them, 28 its message, 32 its end
;;   64  date, hour and minute of every head that is read: 32 bytes, and at 96 how many of these count, as bits
;;   100 the number of tails; 128 a tail each 128 bytes: its kind (1 = behind a PRI, 2 = behind a fraction), its length, so many records
;;       of the passed ones had it, a blank place, and its bytes, up to 112
;;   at 4096 a bit for each beginning of a message that may matter, by its first four signs, and at 12288 by its first alone
(module
  (import "scan" "memory" (memory 1))
  (import "scan" "board" (global $board i32))
  (global $tail (mut i32) (i32.const 0))

  ;; The next byte from an offset on that is not plain text. There must be such a byte, and 32 bytes to read behind it.
  (func $next (export "next") (param $at i32) (result i32)
    (local $bytes v128)
    (local $found i32)
    (loop $further
      (local.set $bytes (v128.load (local.get $at)))
      (local.set $found
        (i8x16.bitmask
          (v128.or
            (v128.or
              ;; control characters (the end of a line is one), DEL, and everything beyond ASCII
              (i8x16.ge_u (i8x16.sub (local.get $bytes) (v128.const i8x16 32 32 32 32 32 32 32 32 32 32 32 32 32 32 32 32))
                          (v128.const i8x16 95 95 95 95 95 95 95 95 95 95 95 95 95 95 95 95))
              ;; [ \ ] ^
              (i8x16.lt_u (i8x16.sub (local.get $bytes) (v128.const i8x16 91 91 91 91 91 91 91 91 91 91 91 91 91 91 91 91))
                          (v128.const i8x16 4 4 4 4 4 4 4 4 4 4 4 4 4 4 4 4)))
            (v128.or
              (v128.or
                ;; # $ % &
                (i8x16.lt_u (i8x16.sub (local.get $bytes) (v128.const i8x16 35 35 35 35 35 35 35 35 35 35 35 35 35 35 35 35))
                            (v128.const i8x16 4 4 4 4 4 4 4 4 4 4 4 4 4 4 4 4))
                ;; <
                (i8x16.eq (local.get $bytes) (v128.const i8x16 60 60 60 60 60 60 60 60 60 60 60 60 60 60 60 60)))
              ;; : with another : three bytes further: the inside of a time of day
              (v128.and
                (i8x16.eq (local.get $bytes) (v128.const i8x16 58 58 58 58 58 58 58 58 58 58 58 58 58 58 58 58))
                (i8x16.eq (v128.load offset=3 (local.get $at)) (v128.const i8x16 58 58 58 58 58 58 58 58 58 58 58 58 58 58 58 58)))))))
      (if (local.get $found)
        (then (return (i32.add (local.get $at) (i32.ctz (local.get $found))))))
      (local.set $at (i32.add (local.get $at) (i32.const 16)))
      (br $further))
    (unreachable))

  (func $isDigit (param $at i32) (result i32)
    (i32.lt_u (i32.sub (i32.load8_u (local.get $at)) (i32.const 48)) (i32.const 10)))

  ;; Whether so many bytes stand at both places. Up to 15 bytes behind them are read.
  (func $isSame (param $one i32) (param $other i32) (param $length i32) (result i32)
    (local $equal i32)
    (loop $further
      (if (i32.le_s (local.get $length) (i32.const 0)) (then (return (i32.const 1))))
      (local.set $equal (i8x16.bitmask (i8x16.eq (v128.load (local.get $one)) (v128.load (local.get $other)))))
      (if (i32.lt_s (local.get $length) (i32.const 16))
        (then (local.set $equal
          (i32.or (local.get $equal) (i32.shl (i32.const -1) (local.get $length))))))
      (if (i32.ne (i32.and (local.get $equal) (i32.const 0xffff)) (i32.const 0xffff)) (then (return (i32.const 0))))
      (local.set $one (i32.add (local.get $one) (i32.const 16)))
      (local.set $other (i32.add (local.get $other) (i32.const 16)))
      (local.set $length (i32.sub (local.get $length) (i32.const 16)))
      (br $further))
    (unreachable))

  ;; The message behind the head that stands here, when it is one of the minute at hand with a known tail; else -1.
  (func $head (param $at i32) (result i32)
    (local $kind i32)
    (local $to i32)
    (local $entry i32)
    (local $length i32)
    (local $bits i32)
    (if (i32.eq (i32.load8_u (local.get $at)) (i32.const 0x3c))
      (then
        (local.set $to (i32.add (local.get $at) (i32.const 1)))
        (block $done
          (loop $digits
            (br_if $done (i32.ge_u (i32.sub (local.get $to) (local.get $at)) (i32.const 4)))
            (br_if $done (i32.eqz (call $isDigit (local.get $to))))
            (local.set $to (i32.add (local.get $to) (i32.const 1)))
            (br $digits)))
        (if (i32.ne (i32.load8_u (local.get $to)) (i32.const 0x3e)) (then (return (i32.const -1))))
        (local.set $at (i32.add (local.get $to) (i32.const 1)))
        (local.set $kind (i32.const 1))))
    ;; date, hour and minute
    (local.set $bits (i32.load offset=96 (global.get $board)))
    (if (i32.ne
          (i32.and (local.get $bits)
            (i32.or
              (i8x16.bitmask (i8x16.eq (v128.load (local.get $at)) (v128.load offset=64 (global.get $board))))
              (i32.shl
                (i8x16.bitmask (i8x16.eq (v128.load offset=16 (local.get $at)) (v128.load offset=80 (global.get $board))))
                (i32.const 16))))
          (local.get $bits))
      (then (return (i32.const -1))))
    (local.set $at (i32.add (local.get $at) (i32.popcnt (local.get $bits))))
    ;; seconds
    (if (i32.or
          (i32.gt_u (i32.sub (i32.load8_u (local.get $at)) (i32.const 48)) (i32.const 5))
          (i32.eqz (call $isDigit (i32.add (local.get $at) (i32.const 1)))))
      (then (return (i32.const -1))))
    (local.set $at (i32.add (local.get $at) (i32.const 2)))
    (if (i32.eq (i32.load8_u (local.get $at)) (i32.const 0x2e))
      (then
        (local.set $kind (i32.or (local.get $kind) (i32.const 2)))
        (local.set $to (i32.add (local.get $at) (i32.const 10)))
        (local.set $at (i32.add (local.get $at) (i32.const 1)))
        (block $done
          (loop $digits
            (br_if $done (i32.ge_u (local.get $at) (local.get $to)))
            (br_if $done (i32.eqz (call $isDigit (local.get $at))))
            (local.set $at (i32.add (local.get $at) (i32.const 1)))
            (br $digits)))
        ;; 1, 2, 3, 6, 7 or 9 digits, as bits
        (if (i32.eqz
              (i32.and (i32.const 1)
                (i32.shr_u (i32.const 0x2ce) (i32.sub (local.get $at) (i32.sub (local.get $to) (i32.const 9))))))
          (then (return (i32.const -1))))))
    ;; the tail
    (global.set $tail (i32.const 0))
    (block $none
      (loop $tails
        (br_if $none (i32.ge_u (global.get $tail) (i32.load offset=100 (global.get $board))))
        (local.set $entry (i32.add (global.get $board) (i32.shl (global.get $tail) (i32.const 7))))
        (local.set $length (i32.load offset=132 (local.get $entry)))
        (if (i32.eq (i32.load offset=128 (local.get $entry)) (local.get $kind))
          (then
            (if (call $isSame (local.get $at) (i32.add (local.get $entry) (i32.const 144)) (local.get $length))
              (then
                (local.set $at (i32.add (local.get $at) (local.get $length)))
                (return (select (local.get $at) (i32.const -1) (i32.gt_u (i32.load8_u (local.get $at)) (i32.const 32))))))))
        (global.set $tail (i32.add (global.get $tail) (i32.const 1)))
        (br $tails)))
    (i32.const -1))

  ;; Whether `<` at a place is surely neither a tag nor an address that repeats the word before it.
  (func $isTame (param $at i32) (result i32)
    (local $to i32)
    (local $last i32)
    (local $byte i32)
    (if (i32.eq (i32.load8_u offset=1 (local.get $at)) (i32.const 0x2d)) (then (return (i32.const 1))))
    ;; a scheme of two letters at least: `<sip:`
    (local.set $to (i32.add (local.get $at) (i32.const 1)))
    (loop $letters
      (if (i32.lt_u (i32.sub (i32.or (i32.load8_u (local.get $to)) (i32.const 32)) (i32.const 97)) (i32.const 26))
        (then
          (local.set $to (i32.add (local.get $to) (i32.const 1)))
          (br $letters))))
    (if (i32.or
          (i32.lt_u (i32.sub (local.get $to) (local.get $at)) (i32.const 3))
          (i32.ne (i32.load8_u (local.get $to)) (i32.const 0x3a)))
      (then (return (i32.const 0))))
    (block $closed
      (loop $further
        (local.set $byte (i32.load8_u (local.get $to)))
        (br_if $closed (i32.eq (local.get $byte) (i32.const 0x3e)))
        (if (i32.or
              (i32.or (i32.le_u (local.get $byte) (i32.const 32)) (i32.ge_u (local.get $byte) (i32.const 0x7c)))
              (i32.or
                (i32.eq (local.get $byte) (i32.const 0x3c))
                (i32.gt_u (i32.sub (local.get $to) (local.get $at)) (i32.const 300))))
          (then (return (i32.const 0))))
        (local.set $to (i32.add (local.get $to) (i32.const 1)))
        (br $further)))
    ;; A repeated word would end as the address does.
    (local.set $last (i32.load8_u (i32.sub (local.get $to) (i32.const 1))))
    (if (i32.eq (local.get $last) (i32.const 0x2f)) (then (return (i32.const 0))))
    (loop $blanks
      (local.set $at (i32.sub (local.get $at) (i32.const 1)))
      (br_if $blanks (i32.eq (i32.load8_u (local.get $at)) (i32.const 32))))
    (i32.ne
      (i32.or (i32.load8_u (local.get $at)) (i32.const 32))
      (i32.or (local.get $last) (i32.const 32))))

  ;; Whether a message may matter, by its first four signs that are no blanks.
  (func $mayMatter (param $at i32) (param $end i32) (result i32)
    (local $byte i32)
    (local $signs i32)
    (local $shift i32)
    (local $hash i32)
    (loop $further
      (if (i32.ge_u (local.get $at) (local.get $end)) (then (return (i32.const 1))))
      (local.set $byte (i32.load8_u (local.get $at)))
      (local.set $at (i32.add (local.get $at) (i32.const 1)))
      (br_if $further (i32.le_u (local.get $byte) (i32.const 32)))
      (if (i32.eqz (local.get $shift))
        (then
          (if (i32.and (i32.const 1)
                (i32.shr_u
                  (i32.load8_u offset=12288 (i32.add (global.get $board) (i32.shr_u (local.get $byte) (i32.const 3))))
                  (i32.and (local.get $byte) (i32.const 7))))
            (then (return (i32.const 1))))))
      (local.set $signs (i32.or (local.get $signs) (i32.shl (local.get $byte) (local.get $shift))))
      (local.set $shift (i32.add (local.get $shift) (i32.const 8)))
      (br_if $further (i32.lt_u (local.get $shift) (i32.const 32))))
    (local.set $hash (i32.shr_u (i32.mul (local.get $signs) (i32.const 0x9e3779b1)) (i32.const 16)))
    (i32.and (i32.const 1)
      (i32.shr_u
        (i32.load8_u offset=4096 (i32.add (global.get $board) (i32.shr_u (local.get $hash) (i32.const 3))))
        (i32.and (local.get $hash) (i32.const 7)))))

  ;; Passes records of one line each that cannot matter, from the beginning of a line on. Gives 0 when the record that it came to must be
  ;; looked at by others, whole; 1 when it was read and may matter; 2 when it was read, but not the head behind it. Nothing is read
  ;; that begins behind `limit`.
  (func (export "pass") (param $at i32) (param $limit i32) (result i32)
    (local $message i32)
    (local $to i32)
    (local $end i32)
    (local $next i32)
    (local $byte i32)
    (local $tail i32)
    (local $nextMessage i32)
    (local $passed i32)
    (local $entry i32)
    (local $answer i32)
    (i32.store offset=24 (global.get $board) (i32.const -1))
    (local.set $message (i32.const -1))
    (if (i32.lt_u (local.get $at) (local.get $limit)) (then (local.set $message (call $head (local.get $at)))))
    (block $stop
      (loop $records
        (br_if $stop (i32.lt_s (local.get $message) (i32.const 0)))
        (local.set $tail (global.get $tail))
        (local.set $to (local.get $message))
        (block $lineEnd
          (loop $signs
            (local.set $to (call $next (local.get $to)))
            (local.set $byte (i32.load8_u (local.get $to)))
            (local.set $end (local.get $to))
            (br_if $lineEnd (i32.eq (local.get $byte) (i32.const 10)))
            (if (i32.eq (local.get $byte) (i32.const 13))
              (then
                (local.set $to (i32.add (local.get $to) (i32.const 1)))
                (br_if $lineEnd (i32.eq (i32.load8_u (local.get $to)) (i32.const 10)))
                (br $stop)))
            (block $harmless
              (br_if $harmless
                (i32.and
                  (i32.eq (local.get $byte) (i32.const 0x3a))
                  (i32.eqz
                    (i32.and
                      (i32.and
                        (call $isDigit (i32.sub (local.get $to) (i32.const 1)))
                        (call $isDigit (i32.add (local.get $to) (i32.const 1))))
                      (i32.and
                        (call $isDigit (i32.add (local.get $to) (i32.const 2)))
                        (call $isDigit (i32.add (local.get $to) (i32.const 4))))))))
              ;; $ % ]
              (br_if $harmless
                (i32.or
                  (i32.eq (local.get $byte) (i32.const 0x5d))
                  (i32.eq (i32.or (local.get $byte) (i32.const 1)) (i32.const 0x25))))
              (if (i32.eq (local.get $byte) (i32.const 0x3c)) (then (br_if $harmless (call $isTame (local.get $to)))))
              ;; a letter of two bytes
              (if (i32.and
                    (i32.lt_u (i32.sub (local.get $byte) (i32.const 0xc3)) (i32.const 29))
                    (i32.eq (i32.and (i32.load8_u offset=1 (local.get $to)) (i32.const 0xc0)) (i32.const 0x80)))
                (then
                  (local.set $to (i32.add (local.get $to) (i32.const 1)))
                  (br $harmless)))
              (br $stop))
            (local.set $to (i32.add (local.get $to) (i32.const 1)))
            (br $signs)))
        ;; longestLine of limits.ts
        (br_if $stop (i32.gt_u (i32.sub (local.get $end) (local.get $at)) (i32.const 65536)))
        (local.set $next (i32.add (local.get $to) (i32.const 1)))
        (br_if $stop (i32.gt_u (local.get $next) (local.get $limit)))
        ;; A line that stands there twice is for others.
        (local.set $byte (i32.load8_u (i32.add (local.get $next) (i32.sub (local.get $end) (local.get $at)))))
        (if (i32.or (i32.eq (local.get $byte) (i32.const 10)) (i32.eq (local.get $byte) (i32.const 13)))
          (then (br_if $stop (call $isSame (local.get $at) (local.get $next) (i32.sub (local.get $end) (local.get $at))))))
        (local.set $nextMessage (call $head (local.get $next)))
        (local.set $answer
          (select
            (i32.const 2)
            (call $mayMatter (local.get $message) (local.get $end))
            (i32.lt_s (local.get $nextMessage) (i32.const 0))))
        (if (local.get $answer)
          (then
            (i32.store offset=4 (global.get $board) (local.get $message))
            (i32.store offset=8 (global.get $board) (local.get $end))
            (i32.store offset=12 (global.get $board) (local.get $next))
            (i32.store offset=16 (global.get $board) (local.get $tail))
            (br $stop)))
        (local.set $passed (i32.add (local.get $passed) (i32.const 1)))
        (i32.store offset=24 (global.get $board) (local.get $at))
        (i32.store offset=28 (global.get $board) (local.get $message))
        (i32.store offset=32 (global.get $board) (local.get $end))
        (local.set $entry (i32.add (global.get $board) (i32.shl (local.get $tail) (i32.const 7))))
        (i32.store offset=136 (local.get $entry) (i32.add (i32.load offset=136 (local.get $entry)) (i32.const 1)))
        (local.set $at (local.get $next))
        (local.set $message (local.get $nextMessage))
        (br $records)))
    (i32.store (global.get $board) (local.get $at))
    (i32.store offset=20 (global.get $board) (local.get $passed))
    (local.get $answer)))
