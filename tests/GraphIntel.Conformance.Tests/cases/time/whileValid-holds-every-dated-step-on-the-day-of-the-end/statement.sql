SELECT json_array((
  SELECT json_array((
    SELECT json_group_array(json_array(q4.c0, q4.c1)) FROM (
      SELECT n4."id" AS c0, n4."start" AS c1 FROM (
        WITH RECURSIVE w5_0(n, d) AS (
          SELECT n1."$key", 0
        ), w5_1(c0, c1, c2, n, d) AS (
          SELECT r2."from", r2."attestedFrom", r2."until", r2."$dst", w5_0.d + 1 FROM w5_0 CROSS JOIN "r_BACKS" r2 ON r2."$src" = w5_0.n WHERE r2."standing" IN ('ASSERTED', 'DISPUTED')
        ), w5_2(c0, c1, c2, n, d) AS (
          SELECT w5_1.c0, w5_1.c1, w5_1.c2, n, min(d) FROM w5_1 GROUP BY c0, c1, c2, n
        ), w5_3(c0, c1, c2, c3, n, d) AS (
          SELECT w5_2.c0, w5_2.c1, w5_2.c2, r3."$dstBy", r3."$dst", w5_2.d + 1 FROM w5_2 CROSS JOIN "r_PARTICIPATED_IN" r3 ON r3."$src" = w5_2.n WHERE r3."standing" IN ('ASSERTED', 'DISPUTED')
        ), w5_4(n, d) AS (
          SELECT w5_3.n, min(w5_3.d) FROM w5_3 WHERE (coalesce(w5_3.c0, w5_3.c1) IS NULL OR coalesce(w5_3.c0, w5_3.c1) <= w5_3.c3) AND (w5_3.c2 IS NULL OR w5_3.c2 > w5_3.c3) GROUP BY w5_3.n
        ) SELECT n, d FROM w5_4
      ) w5 CROSS JOIN "n_Event" n4 ON n4."$key" = w5.n ORDER BY w5.d ASC, n4."id" ASC LIMIT ?3
    ) q4
  ), (
    SELECT json_group_array(json_array(q8.c0)) FROM (
      SELECT n8."id" AS c0 FROM (
        WITH RECURSIVE w9_0(n, d) AS (
          SELECT n1."$key", 0
        ), w9_1(n, d) AS (
          SELECT r6."$dst", w9_0.d + 1 FROM w9_0 CROSS JOIN "r_BACKS" r6 ON r6."$src" = w9_0.n WHERE r6."standing" IN ('ASSERTED', 'DISPUTED')
        ), w9_2(n, d) AS (
          SELECT n, min(d) FROM w9_1 GROUP BY n
        ), w9_3(n, d) AS (
          SELECT r7."$dst", w9_2.d + 1 FROM w9_2 CROSS JOIN "r_PARTICIPATED_IN" r7 ON r7."$src" = w9_2.n WHERE r7."standing" IN ('ASSERTED', 'DISPUTED')
        ), w9_4(n, d) AS (
          SELECT n, min(d) FROM w9_3 GROUP BY n
        ) SELECT n, d FROM w9_4
      ) w9 CROSS JOIN "n_Event" n8 ON n8."$key" = w9.n ORDER BY w9.d ASC, n8."id" ASC LIMIT ?5
    ) q8
  ), (
    SELECT json_group_array(json_array(q12.c0)) FROM (
      SELECT n12."id" AS c0 FROM (
        WITH RECURSIVE w13_0(n, d) AS (
          SELECT n1."$key", 0
        ), w13_1(c0, c1, n, d) AS (
          SELECT r10."from", r10."until", r10."$dst", w13_0.d + 1 FROM w13_0 CROSS JOIN "r_BACKS" r10 ON r10."$src" = w13_0.n WHERE r10."standing" IN ('ASSERTED', 'DISPUTED')
        ), w13_2(c0, c1, n, d) AS (
          SELECT w13_1.c0, w13_1.c1, n, min(d) FROM w13_1 GROUP BY c0, c1, n
        ), w13_3(c0, c1, c2, n, d) AS (
          SELECT w13_2.c0, w13_2.c1, r11."$dstBy", r11."$dst", w13_2.d + 1 FROM w13_2 CROSS JOIN "r_PARTICIPATED_IN" r11 ON r11."$src" = w13_2.n WHERE r11."standing" IN ('ASSERTED', 'DISPUTED')
        ), w13_4(n, d) AS (
          SELECT w13_3.n, min(w13_3.d) FROM w13_3 WHERE (w13_3.c0 IS NULL OR w13_3.c0 <= w13_3.c2) AND (w13_3.c1 IS NULL OR w13_3.c1 > w13_3.c2) GROUP BY w13_3.n
        ) SELECT n, d FROM w13_4
      ) w13 CROSS JOIN "n_Event" n12 ON n12."$key" = w13.n ORDER BY w13.d ASC, n12."id" ASC LIMIT ?7
    ) q12
  ), (
    SELECT json_group_array(json_array(q16.c0)) FROM (
      SELECT n16."id" AS c0 FROM (
        WITH RECURSIVE w17_0(n, d) AS (
          SELECT n1."$key", 0
        ), w17_1(c0, c1, c2, c3, n, d) AS (
          SELECT r14."attestedFrom", r14."attestedUntil", r14."from", r14."until", r14."$dst", w17_0.d + 1 FROM w17_0 CROSS JOIN "r_BACKS" r14 ON r14."$src" = w17_0.n WHERE r14."standing" IN ('ASSERTED', 'DISPUTED')
        ), w17_2(c0, c1, c2, c3, n, d) AS (
          SELECT w17_1.c0, w17_1.c1, w17_1.c2, w17_1.c3, n, min(d) FROM w17_1 GROUP BY c0, c1, c2, c3, n
        ), w17_3(c0, c1, c2, c3, c4, n, d) AS (
          SELECT w17_2.c0, w17_2.c1, w17_2.c2, w17_2.c3, r15."$dstBy", r15."$dst", w17_2.d + 1 FROM w17_2 CROSS JOIN "r_PARTICIPATED_IN" r15 ON r15."$src" = w17_2.n WHERE r15."standing" IN ('ASSERTED', 'DISPUTED')
        ), w17_4(n, d) AS (
          SELECT w17_3.n, min(w17_3.d) FROM w17_3 WHERE w17_3.c0 <= w17_3.c4 AND w17_3.c1 >= w17_3.c4 AND (w17_3.c2 IS NULL OR w17_3.c2 <= w17_3.c4) AND (w17_3.c3 IS NULL OR w17_3.c3 > w17_3.c4) GROUP BY w17_3.n
        ) SELECT n, d FROM w17_4
      ) w17 CROSS JOIN "n_Event" n16 ON n16."$key" = w17.n ORDER BY w17.d ASC, n16."id" ASC LIMIT ?9
    ) q16
  ), (
    SELECT json_group_array(json_array(q20.c0)) FROM (
      SELECT n20."id" AS c0 FROM (
        WITH RECURSIVE w21_0(n, d) AS (
          SELECT n1."$key", 0
        ), w21_1(c0, c1, c2, n, d) AS (
          SELECT r18."from", r18."attestedFrom", r18."until", r18."$dst", w21_0.d + 1 FROM w21_0 CROSS JOIN "r_BACKS" r18 ON r18."$src" = w21_0.n WHERE (coalesce(r18."from", r18."attestedFrom") IS NULL OR coalesce(r18."from", r18."attestedFrom") <= ?10) AND (r18."until" IS NULL OR r18."until" > ?10) AND r18."standing" IN ('ASSERTED', 'DISPUTED')
        ), w21_2(c0, c1, c2, n, d) AS (
          SELECT w21_1.c0, w21_1.c1, w21_1.c2, n, min(d) FROM w21_1 GROUP BY c0, c1, c2, n
        ), w21_3(c0, c1, c2, c3, n, d) AS (
          SELECT w21_2.c0, w21_2.c1, w21_2.c2, r19."$dstBy", r19."$dst", w21_2.d + 1 FROM w21_2 CROSS JOIN "r_PARTICIPATED_IN" r19 ON r19."$src" = w21_2.n WHERE r19."standing" IN ('ASSERTED', 'DISPUTED')
        ), w21_4(n, d) AS (
          SELECT w21_3.n, min(w21_3.d) FROM w21_3 WHERE (coalesce(w21_3.c0, w21_3.c1) IS NULL OR coalesce(w21_3.c0, w21_3.c1) <= w21_3.c3) AND (w21_3.c2 IS NULL OR w21_3.c2 > w21_3.c3) GROUP BY w21_3.n
        ) SELECT n, d FROM w21_4
      ) w21 CROSS JOIN "n_Event" n20 ON n20."$key" = w21.n ORDER BY w21.d ASC, n20."id" ASC LIMIT ?12
    ) q20
  ), (
    SELECT json_group_array(json_array(q24.c0)) FROM (
      SELECT n24."id" AS c0 FROM (
        WITH RECURSIVE w25_0(n, d) AS (
          SELECT n1."$key", 0
        ), w25_1(c0, c1, c2, c3, n, d) AS (
          SELECT r22."attestedFrom", r22."attestedUntil", r22."from", r22."until", r22."$dst", w25_0.d + 1 FROM w25_0 CROSS JOIN "r_BACKS" r22 ON r22."$src" = w25_0.n WHERE (r22."until" IS NULL OR r22."until" > ?13) AND r22."attestedFrom" IS NOT NULL AND r22."attestedUntil" >= ?13 AND r22."standing" IN ('ASSERTED', 'DISPUTED')
        ), w25_2(c0, c1, c2, c3, n, d) AS (
          SELECT w25_1.c0, w25_1.c1, w25_1.c2, w25_1.c3, n, min(d) FROM w25_1 GROUP BY c0, c1, c2, c3, n
        ), w25_3(c0, c1, c2, c3, c4, n, d) AS (
          SELECT w25_2.c0, w25_2.c1, w25_2.c2, w25_2.c3, r23."$dstBy", r23."$dst", w25_2.d + 1 FROM w25_2 CROSS JOIN "r_PARTICIPATED_IN" r23 ON r23."$src" = w25_2.n WHERE r23."standing" IN ('ASSERTED', 'DISPUTED')
        ), w25_4(n, d) AS (
          SELECT w25_3.n, min(w25_3.d) FROM w25_3 WHERE w25_3.c0 <= w25_3.c4 AND w25_3.c1 >= w25_3.c4 AND (w25_3.c2 IS NULL OR w25_3.c2 <= w25_3.c4) AND (w25_3.c3 IS NULL OR w25_3.c3 > w25_3.c4) GROUP BY w25_3.n
        ) SELECT n, d FROM w25_4
      ) w25 CROSS JOIN "n_Event" n24 ON n24."$key" = w25.n ORDER BY w25.d ASC, n24."id" ASC LIMIT ?15
    ) q24
  ), (
    SELECT count(*) FROM (
      WITH RECURSIVE w29_0(n, d) AS (
        SELECT n1."$key", 0
      ), w29_1(c0, c1, c2, n, d) AS (
        SELECT r26."from", r26."attestedFrom", r26."until", r26."$dst", w29_0.d + 1 FROM w29_0 CROSS JOIN "r_BACKS" r26 ON r26."$src" = w29_0.n WHERE r26."standing" IN ('ASSERTED', 'DISPUTED')
      ), w29_2(c0, c1, c2, n, d) AS (
        SELECT w29_1.c0, w29_1.c1, w29_1.c2, n, min(d) FROM w29_1 GROUP BY c0, c1, c2, n
      ), w29_3(c0, c1, c2, c3, n, d) AS (
        SELECT w29_2.c0, w29_2.c1, w29_2.c2, r27."$dstBy", r27."$dst", w29_2.d + 1 FROM w29_2 CROSS JOIN "r_PARTICIPATED_IN" r27 ON r27."$src" = w29_2.n WHERE r27."standing" IN ('ASSERTED', 'DISPUTED')
      ), w29_4(n, d) AS (
        SELECT w29_3.n, min(w29_3.d) FROM w29_3 WHERE (coalesce(w29_3.c0, w29_3.c1) IS NULL OR coalesce(w29_3.c0, w29_3.c1) <= w29_3.c3) AND (w29_3.c2 IS NULL OR w29_3.c2 > w29_3.c3) GROUP BY w29_3.n
      ) SELECT n, d FROM w29_4
    ) w29
  )) FROM "n_Actor" n1 WHERE n1."id" = ?1
))
