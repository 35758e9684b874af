SELECT json_array((
  SELECT count(*) FROM "r_ACTED_IN" r1 WHERE r1."hired" >= ?1
), (
  WITH m1 AS (
    SELECT r1."$src" AS c0, r1."hired" AS c1, r1."released" AS c2, r1."$dst" AS c3 FROM "r_ACTED_IN" r1 WHERE r1."hired" >= ?1
  ), x11 AS (
    SELECT n8."$key" AS c0 FROM m1 LEFT JOIN "n_Film" n8 ON n8."$key" = m1.c3 AND EXISTS (
      SELECT 1 FROM "r_SEQUEL_OF" r9 WHERE r9."$src" = n8."$key"
    )
  ), x18 AS (
    SELECT n17."$key" AS c0 FROM m1 LEFT JOIN "n_Person" n17 ON n17."$key" = m1.c0 AND n17."alive" = ?7
  ) SELECT json_array(a1.c0, (
    SELECT json_group_array(json_array((
      SELECT json_array(n4."name") FROM "n_Person" n4 WHERE n4."$key" = a3.c0
    ), a3.c1, a3.c2, a3.c3, json(coalesce(pa6.v, '[]')))) FROM (
      SELECT m1.c0 AS c0, count(*) AS c1, min(m1.c1) AS c2, max(m1.c2) AS c3 FROM m1 GROUP BY m1.c0 ORDER BY count(*) DESC, (
        SELECT "id" FROM "n_Person" WHERE "$key" = m1.c0
      ) ASC LIMIT ?4
    ) a3 LEFT JOIN (
      SELECT a6.c1 AS k0, json_group_array(json_array((
        SELECT json_array(n7."title") FROM "n_Film" n7 WHERE n7."$key" = a6.c0
      )) ORDER BY a6.c2) AS v FROM (
        SELECT m1.c3 AS c0, m1.c0 AS c1, row_number() OVER (PARTITION BY m1.c0 ORDER BY (
          SELECT "id" FROM "n_Film" WHERE "$key" = m1.c3
        ) DESC, count(*) DESC) AS c2 FROM m1 GROUP BY m1.c0, m1.c3
      ) a6 WHERE a6.c2 <= ?5 GROUP BY a6.c1
    ) pa6 ON pa6.k0 IS a3.c0
  ), (
    SELECT json_group_array(json_array((
      SELECT json_array(n12."title") FROM "n_Film" n12 WHERE n12."$key" = a11.c0
    ), a11.c1)) FROM (
      SELECT x11.c0 AS c0, count(*) AS c1 FROM x11 GROUP BY x11.c0 ORDER BY count(*) DESC, (
        SELECT "id" FROM "n_Film" WHERE "$key" = x11.c0
      ) ASC LIMIT ?6
    ) a11
  ), a1.c1, a1.c2, (
    SELECT count(DISTINCT x18.c0) FROM x18
  )) FROM (
    SELECT count(*) AS c0, count(DISTINCT m1.c0) AS c1, count(DISTINCT m1.c3) AS c2 FROM m1
  ) a1
))
