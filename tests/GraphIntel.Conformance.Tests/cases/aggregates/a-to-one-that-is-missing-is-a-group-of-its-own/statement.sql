SELECT json_array((
  WITH m1 AS (
    SELECT n1."$key" AS c0 FROM "n_Actor" n1
  ), x4 AS (
    SELECT r2."$dst" AS c0 FROM m1 LEFT JOIN "r_BASED_IN" r2 ON r2."$src" = m1.c0
  ), x8 AS (
    SELECT r6."$dst" AS c0 FROM m1 CROSS JOIN "r_BASED_IN" r6 CROSS JOIN "n_Place" n7 ON n7."$key" = r6."$dst" WHERE r6."$src" = m1.c0 AND substr(n7."name", 1, length(?4)) = ?4 UNION ALL SELECT NULL AS c0 FROM m1 WHERE NOT EXISTS (
      SELECT 1 FROM "r_BASED_IN" r6 CROSS JOIN "n_Place" n7 ON n7."$key" = r6."$dst" WHERE r6."$src" = m1.c0 AND substr(n7."name", 1, length(?4)) = ?4
    )
  ), x12 AS (
    SELECT r10."$dst" AS c0 FROM m1 LEFT JOIN "r_BASED_IN" r10 ON r10."$src" = m1.c0
  ) SELECT json_array(a1.c0, (
    SELECT json_group_array(json_array((
      SELECT json_array(n5."id") FROM "n_Place" n5 WHERE n5."$key" = a4.c0
    ), a4.c1)) FROM (
      SELECT x4.c0 AS c0, count(*) AS c1 FROM x4 GROUP BY x4.c0 ORDER BY count(*) DESC, (
        SELECT "id" FROM "n_Place" WHERE "$key" = x4.c0
      ) ASC LIMIT ?3
    ) a4
  ), (
    SELECT json_group_array(json_array((
      SELECT json_array(n9."id") FROM "n_Place" n9 WHERE n9."$key" = a8.c0
    ), a8.c1)) FROM (
      SELECT x8.c0 AS c0, count(*) AS c1 FROM x8 GROUP BY x8.c0 ORDER BY count(*) DESC, (
        SELECT "id" FROM "n_Place" WHERE "$key" = x8.c0
      ) ASC LIMIT ?5
    ) a8
  ), (
    SELECT count(DISTINCT x12.c0) FROM x12
  )) FROM (
    SELECT count(*) AS c0 FROM m1
  ) a1
))
