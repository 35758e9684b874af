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
), (
  WITH m29 AS (
    SELECT 1 FROM "n_Event" n29
  ), x34 AS (
    SELECT d34.c0 AS c0, d34.c1 AS c1 FROM (
      SELECT DISTINCT r31."$src" AS c0, r30."$dstBy" AS c1, r30."$dst" AS c2 FROM "n_Actor" n32 CROSS JOIN "r_BACKS" r31 ON r31."$src" = n32."$key" CROSS JOIN "r_PARTICIPATED_IN" r30 ON r30."$src" = r31."$dst" WHERE r30."standing" IN ('ASSERTED', 'DISPUTED') AND r31."standing" IN ('ASSERTED', 'DISPUTED') AND (coalesce(r31."from", r31."attestedFrom") IS NULL OR coalesce(r31."from", r31."attestedFrom") <= r30."$dstBy") AND (r31."until" IS NULL OR r31."until" > r30."$dstBy") AND n32."kind" IS NOT ?9
    ) d34
  ), x40 AS (
    SELECT d40.c0 AS c0 FROM (
      SELECT DISTINCT r37."$src" AS c0, r36."$dstBy" AS c1, r36."$dst" AS c2 FROM "r_BACKS" r37 CROSS JOIN "r_PARTICIPATED_IN" r36 ON r36."$src" = r37."$dst" WHERE r36."standing" IN ('ASSERTED', 'DISPUTED') AND r37."standing" IN ('ASSERTED', 'DISPUTED')
    ) d40
  ) SELECT json_array((
    SELECT json_group_array(json_array((
      SELECT json_array(n35."name") FROM "n_Actor" n35 WHERE n35."$key" = a34.c0
    ), a34.c1, a34.c2, a34.c3)) FROM (
      SELECT x34.c0 AS c0, count(*) AS c1, min(x34.c1) AS c2, max(x34.c1) AS c3 FROM x34 GROUP BY x34.c0 ORDER BY count(*) DESC, (
        SELECT "id" FROM "n_Actor" WHERE "$key" = x34.c0
      ) ASC LIMIT ?10
    ) a34
  ), (
    SELECT count(DISTINCT x40.c0) FROM x40
  ))
), (
  WITH m41 AS (
    SELECT 1 FROM "n_Actor" n41
  ), x46 AS (
    SELECT d46.c0 AS c0 FROM (
      SELECT DISTINCT r43."$dst" AS c0, r42."$src" AS c1 FROM "n_Event" n44 CROSS JOIN "r_PARTICIPATED_IN" r43 ON r43."$dst" = n44."$key" CROSS JOIN "r_BACKS" r42 ON r42."$dst" = r43."$src" WHERE r42."standing" IN ('ASSERTED', 'DISPUTED') AND r43."standing" IN ('ASSERTED', 'DISPUTED') AND (coalesce(r42."from", r42."attestedFrom") IS NULL OR coalesce(r42."from", r42."attestedFrom") <= n44."start") AND (r42."until" IS NULL OR r42."until" > n44."start")
    ) d46
  ) SELECT json_array((
    SELECT json_group_array(json_array((
      SELECT json_array(n47."id") FROM "n_Event" n47 WHERE n47."$key" = a46.c0
    ), a46.c1)) FROM (
      SELECT x46.c0 AS c0, count(*) AS c1 FROM x46 GROUP BY x46.c0 ORDER BY count(*) DESC, (
        SELECT "id" FROM "n_Event" WHERE "$key" = x46.c0
      ) ASC LIMIT ?13
    ) a46
  ))
))
