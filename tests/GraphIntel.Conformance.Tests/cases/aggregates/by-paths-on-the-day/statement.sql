SELECT json_array((
  WITH m1 AS (
    SELECT 1 FROM "n_Event" n1
  ), x6 AS (
    SELECT d6.c0 AS c0, d6.c1 AS c1 FROM (
      SELECT DISTINCT r3."$src" AS c0, r2."$dstBy" AS c1, r2."$dst" AS c2 FROM "n_Actor" n4 CROSS JOIN "r_BACKS" r3 ON r3."$src" = n4."$key" CROSS JOIN "r_PARTICIPATED_IN" r2 ON r2."$src" = r3."$dst" WHERE r2."standing" IN ('ASSERTED', 'DISPUTED') AND r3."standing" IN ('ASSERTED', 'DISPUTED') AND (coalesce(r3."from", r3."attestedFrom") IS NULL OR coalesce(r3."from", r3."attestedFrom") <= r2."$dstBy") AND (r3."until" IS NULL OR r3."until" > r2."$dstBy") AND n4."kind" IS NOT ?3
    ) d6
  ), x12 AS (
    SELECT d12.c0 AS c0 FROM (
      SELECT DISTINCT r9."$src" AS c0, r8."$dstBy" AS c1, r8."$dst" AS c2 FROM "r_BACKS" r9 CROSS JOIN "r_PARTICIPATED_IN" r8 ON r8."$src" = r9."$dst" WHERE r8."standing" IN ('ASSERTED', 'DISPUTED') AND r9."standing" IN ('ASSERTED', 'DISPUTED')
    ) d12
  ) SELECT json_array((
    SELECT json_group_array(json_array((
      SELECT json_array(n7."name") FROM "n_Actor" n7 WHERE n7."$key" = a6.c0
    ), a6.c1, a6.c2, a6.c3)) FROM (
      SELECT x6.c0 AS c0, count(*) AS c1, min(x6.c1) AS c2, max(x6.c1) AS c3 FROM x6 GROUP BY x6.c0 ORDER BY count(*) DESC, (
        SELECT "id" FROM "n_Actor" WHERE "$key" = x6.c0
      ) ASC LIMIT ?4
    ) a6
  ), (
    SELECT count(DISTINCT x12.c0) FROM x12
  ))
), (
  WITH m13 AS (
    SELECT 1 FROM "n_Actor" n13
  ), x18 AS (
    SELECT d18.c0 AS c0 FROM (
      SELECT DISTINCT r15."$dst" AS c0, r14."$src" AS c1 FROM "r_PARTICIPATED_IN" r15 CROSS JOIN "r_BACKS" r14 ON r14."$dst" = r15."$src" WHERE r14."standing" IN ('ASSERTED', 'DISPUTED') AND r15."standing" IN ('ASSERTED', 'DISPUTED') AND (coalesce(r14."from", r14."attestedFrom") IS NULL OR coalesce(r14."from", r14."attestedFrom") <= r15."$dstBy") AND (r14."until" IS NULL OR r14."until" > r15."$dstBy")
    ) d18
  ) SELECT json_array((
    SELECT json_group_array(json_array((
      SELECT json_array(n19."id") FROM "n_Event" n19 WHERE n19."$key" = a18.c0
    ), a18.c1)) FROM (
      SELECT x18.c0 AS c0, count(*) AS c1 FROM x18 GROUP BY x18.c0 ORDER BY count(*) DESC, (
        SELECT "id" FROM "n_Event" WHERE "$key" = x18.c0
      ) ASC LIMIT ?7
    ) a18
  ))
))
