SELECT json_array((
  WITH m1 AS (
    SELECT 1 FROM "n_Event" n1
  ), x6 AS (
    SELECT r3."$anc" AS c0, r2."$count" AS c1 FROM "n_Place" n4 CROSS JOIN "c_PART_OF" r3 ON r3."$anc" = n4."$key" CROSS JOIN (
      SELECT "$dst", count(*) AS "$count" FROM "r_OCCURRED_AT" GROUP BY "$dst"
    ) r2 ON r2."$dst" = r3."$dsc" WHERE n4."kind" = ?3 AND r3."$depth" BETWEEN 0 AND 32
  ) SELECT json_array(a1.c0, (
    SELECT json_group_array(json_array((
      SELECT json_array(n7."name") FROM "n_Place" n7 WHERE n7."$key" = a6.c0
    ), a6.c1)) FROM (
      SELECT x6.c0 AS c0, sum(x6.c1) AS c1 FROM x6 GROUP BY x6.c0 ORDER BY sum(x6.c1) DESC, (
        SELECT "id" FROM "n_Place" WHERE "$key" = x6.c0
      ) ASC LIMIT ?4
    ) a6
  )) FROM (
    SELECT count(*) AS c0 FROM m1
  ) a1
))
