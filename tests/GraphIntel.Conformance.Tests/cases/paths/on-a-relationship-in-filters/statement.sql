SELECT json_array((
  SELECT json_group_array(json_array(q1.c0)) FROM (
    SELECT r1."id" AS c0 FROM "r_PARTICIPATED_IN" r1 WHERE r1."standing" IN ('ASSERTED', 'DISPUTED') AND EXISTS (
      SELECT 1 FROM (
        WITH RECURSIVE w6_0(n, d) AS (
          SELECT r1."$src", 0
        ), w6_1(n, d) AS (
          SELECT r4."$src", w6_0.d + 1 FROM w6_0 CROSS JOIN "r_BACKS" r4 ON r4."$dst" = w6_0.n WHERE r4."standing" IN ('ASSERTED', 'DISPUTED') AND (coalesce(r4."from", r4."attestedFrom") IS NULL OR coalesce(r4."from", r4."attestedFrom") <= r1."$dstBy") AND (r4."until" IS NULL OR r4."until" > r1."$dstBy")
        ), w6_2(n, d) AS (
          SELECT n, min(d) FROM w6_1 GROUP BY n
        ) SELECT n, d FROM w6_2 WHERE n <> r1."$src"
      ) w6 CROSS JOIN "n_Actor" n5 ON n5."$key" = w6.n WHERE n5."id" = ?1
    ) ORDER BY r1."id" ASC LIMIT ?3
  ) q1
), (
  SELECT count(*) FROM "r_PARTICIPATED_IN" r7 WHERE r7."standing" IN ('ASSERTED', 'DISPUTED') AND EXISTS (
    SELECT 1 FROM "n_Actor" n8 WHERE n8."$key" = r7."$src" AND n8."kind" = ?4
  ) AND EXISTS (
    SELECT 1 FROM (
      WITH RECURSIVE w13_0(n, d) AS (
        SELECT r7."$src", 0
      ), w13_1(n, d) AS (
        SELECT r11."$src", w13_0.d + 1 FROM w13_0 CROSS JOIN "r_BACKS" r11 ON r11."$dst" = w13_0.n WHERE (coalesce(r11."from", r11."attestedFrom") IS NULL OR coalesce(r11."from", r11."attestedFrom") <= ?5) AND (r11."until" IS NULL OR r11."until" > ?5) AND r11."standing" IN ('ASSERTED', 'DISPUTED') AND (coalesce(r11."from", r11."attestedFrom") IS NULL OR coalesce(r11."from", r11."attestedFrom") <= r7."$dstBy") AND (r11."until" IS NULL OR r11."until" > r7."$dstBy")
      ), w13_2(n, d) AS (
        SELECT n, min(d) FROM w13_1 GROUP BY n
      ) SELECT n, d FROM w13_2 WHERE n <> r7."$src"
    ) w13
  )
), (
  SELECT json_group_array(json_array(q14.c0)) FROM (
    SELECT n14."id" AS c0 FROM "n_Event" n14 WHERE EXISTS (
      SELECT 1 FROM "r_PARTICIPATED_IN" r15 WHERE r15."$dst" = n14."$key" AND r15."standing" IN ('ASSERTED', 'DISPUTED') AND EXISTS (
        SELECT 1 FROM (
          WITH RECURSIVE w21_0(n, d) AS (
            SELECT r15."$src", 0
          ), w21_1(n, d) AS (
            SELECT r19."$src", w21_0.d + 1 FROM w21_0 CROSS JOIN "r_BACKS" r19 ON r19."$dst" = w21_0.n WHERE r19."standing" IN ('ASSERTED', 'DISPUTED') AND (coalesce(r19."from", r19."attestedFrom") IS NULL OR coalesce(r19."from", r19."attestedFrom") <= r15."$dstBy") AND (r19."until" IS NULL OR r19."until" > r15."$dstBy")
          ), w21_2(n, d) AS (
            SELECT n, min(d) FROM w21_1 GROUP BY n
          ) SELECT n, d FROM w21_2 WHERE n <> r15."$src"
        ) w21 CROSS JOIN "n_Actor" n20 ON n20."$key" = w21.n WHERE n20."id" = ?8
      )
    ) ORDER BY n14."id" ASC LIMIT ?10
  ) q14
), (
  SELECT json_group_array(json_array(q22.c0)) FROM (
    SELECT n22."id" AS c0 FROM "n_Event" n22 WHERE NOT EXISTS (
      SELECT 1 FROM (
        WITH RECURSIVE w26_0(n, d) AS (
          SELECT n22."$key", 0
        ), w26_1(n, d) AS (
          SELECT r23."$src", w26_0.d + 1 FROM w26_0 CROSS JOIN "r_PARTICIPATED_IN" r23 ON r23."$dst" = w26_0.n WHERE r23."standing" IN ('ASSERTED', 'DISPUTED')
        ), w26_2(n, d) AS (
          SELECT n, min(d) FROM w26_1 GROUP BY n
        ), w26_3(n, d) AS (
          SELECT r24."$src", w26_2.d + 1 FROM w26_2 CROSS JOIN "r_BACKS" r24 ON r24."$dst" = w26_2.n WHERE r24."standing" IN ('ASSERTED', 'DISPUTED') AND (r24."from" IS NULL OR r24."from" <= n22."start") AND (r24."until" IS NULL OR r24."until" > n22."start")
        ), w26_4(n, d) AS (
          SELECT n, min(d) FROM w26_3 GROUP BY n
        ) SELECT n, d FROM w26_4
      ) w26 CROSS JOIN "n_Actor" n25 ON n25."$key" = w26.n WHERE n25."id" IS NOT ?11
    ) AND EXISTS (
      SELECT 1 FROM (
        WITH RECURSIVE w30_0(n, d) AS (
          SELECT n22."$key", 0
        ), w30_1(n, d) AS (
          SELECT r27."$src", w30_0.d + 1 FROM w30_0 CROSS JOIN "r_PARTICIPATED_IN" r27 ON r27."$dst" = w30_0.n WHERE r27."standing" IN ('ASSERTED', 'DISPUTED')
        ), w30_2(n, d) AS (
          SELECT n, min(d) FROM w30_1 GROUP BY n
        ), w30_3(n, d) AS (
          SELECT r28."$src", w30_2.d + 1 FROM w30_2 CROSS JOIN "r_BACKS" r28 ON r28."$dst" = w30_2.n WHERE r28."standing" IN ('ASSERTED', 'DISPUTED') AND (r28."from" IS NULL OR r28."from" <= n22."start") AND (r28."until" IS NULL OR r28."until" > n22."start")
        ), w30_4(n, d) AS (
          SELECT n, min(d) FROM w30_3 GROUP BY n
        ) SELECT n, d FROM w30_4
      ) w30
    ) ORDER BY n22."id" ASC LIMIT ?13
  ) q22
), (
  SELECT json_array((
    SELECT json_group_array(json_array(q33.c0, q33.c1)) FROM (
      SELECT r32."role" AS c0, n33."id" AS c1 FROM "r_PARTICIPATED_IN" r32 CROSS JOIN "n_Event" n33 ON n33."$key" = r32."$dst" WHERE r32."$src" = n31."$key" AND r32."standing" IN ('ASSERTED', 'DISPUTED') AND EXISTS (
        SELECT 1 FROM (
          WITH RECURSIVE w38_0(n, d) AS (
            SELECT r32."$src", 0
          ), w38_1(n, d) AS (
            SELECT r36."$src", w38_0.d + 1 FROM w38_0 CROSS JOIN "r_BACKS" r36 ON r36."$dst" = w38_0.n WHERE r36."standing" IN ('ASSERTED', 'DISPUTED') AND (coalesce(r36."from", r36."attestedFrom") IS NULL OR coalesce(r36."from", r36."attestedFrom") <= r32."$dstBy") AND (r36."until" IS NULL OR r36."until" > r32."$dstBy")
          ), w38_2(n, d) AS (
            SELECT n, min(d) FROM w38_1 GROUP BY n
          ) SELECT n, d FROM w38_2 WHERE n <> r32."$src"
        ) w38
      ) ORDER BY n33."id" ASC, r32."id" ASC LIMIT ?16
    ) q33
  )) FROM "n_Actor" n31 WHERE n31."id" = ?14
))
