SELECT json_array((
  SELECT json_array((
    SELECT json_group_array(json_array(q4.c0)) FROM (
      SELECT n4."id" AS c0 FROM (
        WITH RECURSIVE w5_0(n, d) AS (
          SELECT n1."$key", 0
        ), w5_1(n, d) AS (
          SELECT r2."$dst", w5_0.d + 1 FROM w5_0 CROSS JOIN "r_BACKS" r2 ON r2."$src" = w5_0.n WHERE (r2."from" IS NULL OR r2."from" <= ?2) AND (r2."until" IS NULL OR r2."until" > ?2) AND r2."standing" IN ('ASSERTED', 'DISPUTED')
        ), w5_2(n, d) AS (
          SELECT n, min(d) FROM w5_1 GROUP BY n
        ), w5_3(n, d) AS (
          SELECT r3."$dst", w5_2.d + 1 FROM w5_2 CROSS JOIN "r_PARTICIPATED_IN" r3 ON r3."$src" = w5_2.n WHERE r3."standing" IN ('ASSERTED', 'DISPUTED')
        ), w5_4(n, d) AS (
          SELECT n, min(d) FROM w5_3 GROUP BY n
        ) SELECT n, d FROM w5_4
      ) w5 CROSS JOIN "n_Event" n4 ON n4."$key" = w5.n ORDER BY w5.d ASC, n4."id" ASC LIMIT ?4
    ) q4
  ), (
    SELECT json_group_array(json_array(q8.c0)) FROM (
      SELECT n8."id" AS c0 FROM (
        WITH RECURSIVE w9_0(n, d) AS (
          SELECT n1."$key", 0
        ), w9_1(n, d) AS (
          SELECT r6."$dst", w9_0.d + 1 FROM w9_0 CROSS JOIN "r_BACKS" r6 ON r6."$src" = w9_0.n WHERE (r6."from" IS NULL OR r6."from" <= ?5) AND (r6."until" IS NULL OR r6."until" > ?5) AND r6."standing" IN ('ASSERTED', 'DISPUTED')
        ), w9_2(n, d) AS (
          SELECT n, min(d) FROM w9_1 GROUP BY n
        ), w9_3(n, d) AS (
          SELECT r7."$dst", w9_2.d + 1 FROM w9_2 CROSS JOIN "r_PARTICIPATED_IN" r7 ON r7."$src" = w9_2.n WHERE r7."standing" IN ('ASSERTED', 'DISPUTED')
        ), w9_4(n, d) AS (
          SELECT n, min(d) FROM w9_3 GROUP BY n
        ) SELECT n, d FROM w9_4
      ) w9 CROSS JOIN "n_Event" n8 ON n8."$key" = w9.n ORDER BY w9.d ASC, n8."id" ASC LIMIT ?7
    ) q8
  ), (
    SELECT count(*) FROM (
      WITH RECURSIVE w13_0(n, d) AS (
        SELECT n1."$key", 0
      ), w13_1(n, d) AS (
        SELECT r10."$dst", w13_0.d + 1 FROM w13_0 CROSS JOIN "r_BACKS" r10 ON r10."$src" = w13_0.n WHERE r10."standing" IN ('DENIED')
      ), w13_2(n, d) AS (
        SELECT n, min(d) FROM w13_1 GROUP BY n
      ), w13_3(n, d) AS (
        SELECT r11."$dst", w13_2.d + 1 FROM w13_2 CROSS JOIN "r_PARTICIPATED_IN" r11 ON r11."$src" = w13_2.n WHERE r11."standing" IN ('DENIED')
      ), w13_4(n, d) AS (
        SELECT n, min(d) FROM w13_3 GROUP BY n
      ) SELECT n, d FROM w13_4
    ) w13
  )) FROM "n_Actor" n1 WHERE n1."id" = ?1
), (
  SELECT json_array((
    SELECT count(*) FROM (
      WITH RECURSIVE w17_0(n, d) AS (
        SELECT n14."$key", 0
      ), w17_1r(n, d, k) AS (
        SELECT n, d, 0 FROM w17_0 UNION SELECT r15."$src", w17_1r.d + 1, w17_1r.k + 1 FROM w17_1r CROSS JOIN "r_BACKS" r15 ON r15."$dst" = w17_1r.n WHERE w17_1r.k < 6 AND (r15."from" IS NULL OR r15."from" <= ?11) AND (r15."until" IS NULL OR r15."until" > ?11) AND r15."standing" IN ('ASSERTED', 'DISPUTED')
      ), w17_1(n, d) AS (
        SELECT n, min(d) FROM w17_1r WHERE k >= 1 GROUP BY n
      ) SELECT n, d FROM w17_1 WHERE n <> n14."$key"
    ) w17
  )) FROM "n_Actor" n14 WHERE n14."id" = ?10
), (
  SELECT json_array((
    SELECT json_group_array(json_array(q20.c0, q20.c1)) FROM (
      SELECT w21.d AS c0, n20."id" AS c1 FROM (
        WITH RECURSIVE w21_0(n, d) AS (
          SELECT n18."$key", 0
        ), w21_1r(n, d, k) AS (
          SELECT n, d, 0 FROM w21_0 UNION SELECT r19."$src", w21_1r.d + 1, w21_1r.k + 1 FROM w21_1r CROSS JOIN "r_BACKS" r19 ON r19."$dst" = w21_1r.n WHERE w21_1r.k < 6 AND (r19."from" IS NULL OR r19."from" <= ?15) AND (r19."until" IS NULL OR r19."until" > ?15) AND r19."standing" IN ('ASSERTED', 'DISPUTED')
        ), w21_1(n, d) AS (
          SELECT n, min(d) FROM w21_1r WHERE k >= 1 GROUP BY n
        ) SELECT n, d FROM w21_1 WHERE n <> n18."$key"
      ) w21 CROSS JOIN "n_Actor" n20 ON n20."$key" = w21.n ORDER BY w21.d ASC, n20."id" ASC LIMIT ?17
    ) q20
  )) FROM "n_Actor" n18 WHERE n18."id" = ?14
))
