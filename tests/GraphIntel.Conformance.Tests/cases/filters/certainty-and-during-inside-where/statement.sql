SELECT json_array((
  SELECT count(*) FROM "n_Place" n1 WHERE EXISTS (
    SELECT 1 FROM "r_CONTROLS" r2 WHERE r2."$dst" = n1."$key" AND (r2."from" IS NULL OR r2."from" <= ?1) AND (r2."until" IS NULL OR r2."until" > ?1) AND r2."standing" IN ('ASSERTED', 'DISPUTED')
  )
), (
  SELECT count(*) FROM "n_Place" n4 WHERE EXISTS (
    SELECT 1 FROM "r_CONTROLS" r5 WHERE r5."$dst" = n4."$key" AND (r5."from" IS NULL OR r5."from" <= ?4) AND (r5."until" IS NULL OR r5."until" > ?4) AND r5."attestedFrom" <= ?4 AND r5."attestedUntil" >= ?4 AND r5."standing" IN ('ASSERTED', 'DISPUTED')
  )
), (
  SELECT count(*) FROM "n_Place" n7 WHERE EXISTS (
    SELECT 1 FROM "n_Actor" n9 CROSS JOIN "r_CONTROLS" r8 ON n9."$key" = r8."$src" WHERE r8."$dst" = n7."$key" AND (r8."from" IS NULL OR r8."from" < ?8) AND (r8."until" IS NULL OR r8."until" > ?7) AND r8."standing" IN ('ASSERTED', 'DISPUTED') AND n9."id" = ?9
  )
), (
  SELECT json_group_array(json_array(q10.c0)) FROM (
    SELECT n10."id" AS c0 FROM "n_Actor" n10 WHERE EXISTS (
      SELECT 1 FROM (
        WITH RECURSIVE w13_0(n, d) AS (
          SELECT n10."$key", 0
        ), w13_1r(n, d, k) AS (
          SELECT n, d, 0 FROM w13_0 UNION SELECT r11."$src", w13_1r.d + 1, w13_1r.k + 1 FROM w13_1r CROSS JOIN "r_BACKS" r11 ON r11."$dst" = w13_1r.n WHERE w13_1r.k < 6 AND (r11."from" IS NULL OR r11."from" <= ?12) AND (r11."until" IS NULL OR r11."until" > ?12) AND r11."attestedFrom" <= ?12 AND r11."attestedUntil" >= ?12 AND r11."standing" IN ('ASSERTED', 'DISPUTED')
        ), w13_1(n, d) AS (
          SELECT n, min(d) FROM w13_1r WHERE k >= 1 GROUP BY n
        ) SELECT n, d FROM w13_1 WHERE n <> n10."$key"
      ) w13
    ) ORDER BY n10."id" ASC LIMIT ?14
  ) q10
))
