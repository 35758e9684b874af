SELECT json_array((
  WITH m1 AS (
    SELECT r1."$src" AS c0, r1."$dstBy" AS c1, r1."id" AS c2, r1."role" AS c3 FROM "r_PARTICIPATED_IN" r1 WHERE r1."standing" IN ('ASSERTED', 'DISPUTED')
  ), x7 AS (
    SELECT DISTINCT r4."$src" AS c0, m1.c2 AS c1, m1.c3 AS c2 FROM m1 CROSS JOIN "r_BACKS" r4 WHERE r4."$dst" = m1.c0 AND r4."standing" IN ('ASSERTED', 'DISPUTED') AND r4."$src" <> m1.c0 AND (coalesce(r4."from", r4."attestedFrom") IS NULL OR coalesce(r4."from", r4."attestedFrom") <= m1.c1) AND (r4."until" IS NULL OR r4."until" > m1.c1)
  ), x15 AS (
    SELECT DISTINCT r12."$src" AS c0, m1.c2 AS c1 FROM m1 CROSS JOIN "r_BACKS" r12 WHERE r12."$dst" = m1.c0 AND r12."standing" IN ('ASSERTED', 'DISPUTED') AND r12."$src" <> m1.c0
  ), x22 AS (
    SELECT DISTINCT r19."$src" AS c0, m1.c2 AS c1 FROM m1 CROSS JOIN "r_BACKS" r19 WHERE r19."$dst" = m1.c0 AND r19."standing" IN ('ASSERTED', 'DISPUTED') AND r19."$src" <> m1.c0 AND (coalesce(r19."from", r19."attestedFrom") IS NULL OR coalesce(r19."from", r19."attestedFrom") <= m1.c1) AND (r19."until" IS NULL OR r19."until" > m1.c1)
  ), x28 AS (
    SELECT DISTINCT r25."$src" AS c0, m1.c2 AS c1 FROM m1 CROSS JOIN "r_BACKS" r25 CROSS JOIN "n_Actor" n26 ON n26."$key" = r25."$src" WHERE r25."$dst" = m1.c0 AND r25."standing" IN ('ASSERTED', 'DISPUTED') AND r25."$src" <> m1.c0 AND (r25."from" IS NULL OR r25."from" <= m1.c1) AND (r25."until" IS NULL OR r25."until" > m1.c1) AND n26."kind" = ?6
  ) SELECT json_array((
    SELECT json_group_array(json_array((
      SELECT json_array(n8."name") FROM "n_Actor" n8 WHERE n8."$key" = a7.c0
    ), a7.c1, json(coalesce(pa9.v, '[]')))) FROM (
      SELECT x7.c0 AS c0, count(*) AS c1 FROM x7 GROUP BY x7.c0 ORDER BY count(*) DESC, (
        SELECT "id" FROM "n_Actor" WHERE "$key" = x7.c0
      ) ASC LIMIT ?3
    ) a7 LEFT JOIN (
      SELECT a9.c2 AS k0, json_group_array(json_array(a9.c0, a9.c1) ORDER BY a9.c3) AS v FROM (
        SELECT x7.c2 AS c0, count(*) AS c1, x7.c0 AS c2, row_number() OVER (PARTITION BY x7.c0 ORDER BY count(*) DESC, x7.c2 ASC) AS c3 FROM x7 GROUP BY x7.c0, x7.c2
      ) a9 WHERE a9.c3 <= ?4 GROUP BY a9.c2
    ) pa9 ON pa9.k0 IS a7.c0
  ), (
    SELECT json_group_array(json_array((
      SELECT json_array(n16."name") FROM "n_Actor" n16 WHERE n16."$key" = a15.c0
    ), a15.c1)) FROM (
      SELECT x15.c0 AS c0, count(*) AS c1 FROM x15 GROUP BY x15.c0 ORDER BY count(*) DESC, (
        SELECT "id" FROM "n_Actor" WHERE "$key" = x15.c0
      ) ASC LIMIT ?5
    ) a15
  ), (
    SELECT count(DISTINCT x22.c0) FROM x22
  ), (
    SELECT count(DISTINCT x28.c0) FROM x28
  ))
))
