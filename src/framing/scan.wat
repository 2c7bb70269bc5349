;; Finds the next byte that is not plain text, 16 at a time: the inside of a line of a log is most of its bytes.
;; Written in bytes in scan-module.ts; test/framing/scanner.test.ts assembles this file and compares.
(module
  (import "scan" "memory" (memory 1))
  ;; From an offset on. There must be such a byte, and 32 bytes to read behind it.
  (func (export "next") (param $at i32) (result i32)
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
    (unreachable)))
