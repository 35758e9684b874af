SELECT json_array((
  SELECT json_array((
    SELECT json_group_array(json_array(q3.c0, q3.c1, (
      SELECT json_group_array(json_array(q7.c0, q7.c1)) FROM (
        SELECT w8.d AS c0, n7."id" AS c1 FROM (
          WITH RECURSIVE w8_0(n, d) AS (
            SELECT q3.c2, 0
          ), w8_1(n, d) AS (
            SELECT r6."$src", w8_0.d + 1 FROM w8_0 CROSS JOIN "r_BACKS" r6 ON r6."$dst" = w8_0.n WHERE r6."standing" IN ('ASSERTED', 'DISPUTED') AND (coalesce(r6."from", r6."attestedFrom") IS NULL OR coalesce(r6."from", r6."attestedFrom") <= q3.c3) AND (r6."until" IS NULL OR r6."until" > q3.c3)
          ), w8_2(n, d) AS (
            SELECT n, min(d) FROM w8_1 GROUP BY n
          ) SELECT n, d FROM w8_2 WHERE n <> q3.c2
        ) w8 CROSS JOIN "n_Actor" n7 ON n7."$key" = w8.n ORDER BY w8.d ASC, n7."id" ASC LIMIT ?5
      ) q7
    ), q3.c4, (
      SELECT count(*) FROM (
        WITH RECURSIVE w13_0(n, d) AS (
          SELECT q3.c2, 0
        ), w13_1(n, d) AS (
          SELECT r11."$src", w13_0.d + 1 FROM w13_0 CROSS JOIN "r_BACKS" r11 ON r11."$dst" = w13_0.n WHERE r11."standing" IN ('ASSERTED', 'DISPUTED')
        ), w13_2(n, d) AS (
          SELECT n, min(d) FROM w13_1 GROUP BY n
        ) SELECT n, d FROM w13_2 WHERE n <> q3.c2
      ) w13
    ))) FROM (
      SELECT r2."role" AS c0, n3."id" AS c1, r2."$src" AS c2, r2."$dstBy" AS c3, r2."id" AS c4 FROM "r_PARTICIPATED_IN" r2 CROSS JOIN "n_Actor" n3 ON n3."$key" = r2."$src" WHERE r2."$dst" = n1."$key" AND r2."standing" IN ('ASSERTED', 'DISPUTED') ORDER BY n3."id" ASC, r2."id" ASC LIMIT ?3
    ) q3
  )) FROM "n_Event" n1 WHERE n1."id" = ?1
), CASE substr(?8, 1, instr(?8, ':')) WHEN 'participation:' THEN (
  SELECT json_array(0, (
    SELECT json_array(n15."id") FROM "n_Actor" n15 WHERE n15."$key" = r14."$src"
  ), (
    SELECT json_group_array(json_array(q19.c0)) FROM (
      SELECT n19."name" AS c0 FROM (
        WITH RECURSIVE w20_0(n, d) AS (
          SELECT r14."$src", 0
        ), w20_1(n, d) AS (
          SELECT r18."$src", w20_0.d + 1 FROM w20_0 CROSS JOIN "r_BACKS" r18 ON r18."$dst" = w20_0.n WHERE r18."standing" IN ('ASSERTED', 'DISPUTED') AND (coalesce(r18."from", r18."attestedFrom") IS NULL OR coalesce(r18."from", r18."attestedFrom") <= r14."$dstBy") AND (r18."until" IS NULL OR r18."until" > r14."$dstBy")
        ), w20_2(n, d) AS (
          SELECT n, min(d) FROM w20_1 GROUP BY n
        ) SELECT n, d FROM w20_2 WHERE n <> r14."$src"
      ) w20 CROSS JOIN "n_Actor" n19 ON n19."$key" = w20.n ORDER BY n19."name" DESC, n19."id" DESC LIMIT ?10
    ) q19
  )) FROM "r_PARTICIPATED_IN" r14 WHERE r14."id" = ?8
) END, CASE substr(?11, 1, instr(?11, ':')) WHEN 'participation:' THEN (
  SELECT json_array(0, (
    SELECT count(*) FROM (
      WITH RECURSIVE w26_0(n, d) AS (
        SELECT r21."$src", 0
      ), w26_1(n, d) AS (
        SELECT r24."$src", w26_0.d + 1 FROM w26_0 CROSS JOIN "r_BACKS" r24 ON r24."$dst" = w26_0.n WHERE r24."standing" IN ('ASSERTED', 'DISPUTED') AND (coalesce(r24."from", r24."attestedFrom") IS NULL OR coalesce(r24."from", r24."attestedFrom") <= r21."$dstBy") AND (r24."until" IS NULL OR r24."until" > r21."$dstBy")
      ), w26_2(n, d) AS (
        SELECT n, min(d) FROM w26_1 GROUP BY n
      ) SELECT n, d FROM w26_2 WHERE n <> r21."$src"
    ) w26
  ), (
    SELECT count(*) FROM (
      WITH RECURSIVE w31_0(n, d) AS (
        SELECT r21."$src", 0
      ), w31_1(n, d) AS (
        SELECT r29."$src", w31_0.d + 1 FROM w31_0 CROSS JOIN "r_BACKS" r29 ON r29."$dst" = w31_0.n WHERE r29."standing" IN ('ASSERTED', 'DISPUTED') AND (r29."from" IS NULL OR r29."from" <= r21."$dstBy") AND (r29."until" IS NULL OR r29."until" > r21."$dstBy")
      ), w31_2(n, d) AS (
        SELECT n, min(d) FROM w31_1 GROUP BY n
      ) SELECT n, d FROM w31_2 WHERE n <> r21."$src"
    ) w31
  ), (
    SELECT json_group_array(json_array(q30.c0)) FROM (
      SELECT n30."id" AS c0 FROM (
        WITH RECURSIVE w31_0(n, d) AS (
          SELECT r21."$src", 0
        ), w31_1(n, d) AS (
          SELECT r29."$src", w31_0.d + 1 FROM w31_0 CROSS JOIN "r_BACKS" r29 ON r29."$dst" = w31_0.n WHERE r29."standing" IN ('ASSERTED', 'DISPUTED') AND (r29."from" IS NULL OR r29."from" <= r21."$dstBy") AND (r29."until" IS NULL OR r29."until" > r21."$dstBy")
        ), w31_2(n, d) AS (
          SELECT n, min(d) FROM w31_1 GROUP BY n
        ) SELECT n, d FROM w31_2 WHERE n <> r21."$src"
      ) w31 CROSS JOIN "n_Actor" n30 ON n30."$key" = w31.n ORDER BY w31.d ASC, n30."id" ASC LIMIT ?15
    ) q30
  )) FROM "r_PARTICIPATED_IN" r21 WHERE r21."id" = ?11
) END)
