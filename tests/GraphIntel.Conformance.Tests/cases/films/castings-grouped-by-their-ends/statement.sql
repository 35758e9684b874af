SELECT json_array((
  SELECT count(*) FROM "r_ACTED_IN" r1 WHERE r1."hired" >= ?1
), (
  WITH m1 AS (
    SELECT r1."$src" AS c0, r1."hired" AS c1, r1."released" AS c2, r1."$dst" AS c3, r1."askedBeforeIds" AS c4, r1."id" AS c5 FROM "r_ACTED_IN" r1 WHERE r1."hired" >= ?1
  ), x11 AS (
    SELECT n8."$key" AS c0 FROM m1 LEFT JOIN "n_Film" n8 ON n8."$key" = m1.c3 AND EXISTS (
      SELECT 1 FROM "r_SEQUEL_OF" r9 WHERE r9."$src" = n8."$key"
    )
  ), x14 AS (
    SELECT DISTINCT n13."$key" AS c0, m1.c5 AS c1, m1.c1 AS c2 FROM m1 CROSS JOIN json_each(CASE WHEN json_valid(m1.c4) THEN CASE json_type(m1.c4) WHEN 'array' THEN m1.c4 END END) j13 CROSS JOIN "n_Person" n13 ON n13."id" = j13."value"
  ), x17 AS (
    SELECT DISTINCT n16."$key" AS c0, m1.c5 AS c1 FROM m1 CROSS JOIN json_each(CASE WHEN json_valid(m1.c4) THEN CASE json_type(m1.c4) WHEN 'array' THEN m1.c4 END END) j16 CROSS JOIN "n_Person" n16 ON n16."id" = j16."value" WHERE instr(n16."name", ?8) > 0
  ), x24 AS (
    SELECT DISTINCT n23."$key" AS c0, m1.c5 AS c1 FROM m1 CROSS JOIN json_each(CASE WHEN json_valid(m1.c4) THEN CASE json_type(m1.c4) WHEN 'array' THEN m1.c4 END END) j23 CROSS JOIN "n_Person" n23 ON n23."id" = j23."value"
  ), x26 AS (
    SELECT n25."$key" AS c0 FROM m1 LEFT JOIN "n_Person" n25 ON n25."$key" = m1.c0 AND n25."alive" = ?10
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
  ), (
    SELECT json_group_array(json_array((
      SELECT json_array(n15."name") FROM "n_Person" n15 WHERE n15."$key" = a14.c0
    ), a14.c1, a14.c2, a14.c3)) FROM (
      SELECT x14.c0 AS c0, count(*) AS c1, min(x14.c2) AS c2, max(x14.c2) AS c3 FROM x14 GROUP BY x14.c0 ORDER BY count(*) DESC, (
        SELECT "id" FROM "n_Person" WHERE "$key" = x14.c0
      ) ASC LIMIT ?7
    ) a14
  ), (
    SELECT json_group_array(json_array((
      SELECT json_array(n18."id") FROM "n_Person" n18 WHERE n18."$key" = a17.c0
    ), a17.c1)) FROM (
      SELECT x17.c0 AS c0, count(*) AS c1 FROM x17 GROUP BY x17.c0 ORDER BY count(*) DESC, (
        SELECT "id" FROM "n_Person" WHERE "$key" = x17.c0
      ) ASC LIMIT ?9
    ) a17
  ), a1.c1, a1.c2, (
    SELECT count(DISTINCT x24.c0) FROM x24
  ), (
    SELECT count(DISTINCT x26.c0) FROM x26
  )) FROM (
    SELECT count(*) AS c0, count(DISTINCT m1.c0) AS c1, count(DISTINCT m1.c3) AS c2 FROM m1
  ) a1
), (
  SELECT json_group_array(json_array(q1.c0, (
    SELECT json_group_array(json_array(q27.c0)) FROM (
      SELECT n27."name" AS c0 FROM (
        SELECT DISTINCT "value" FROM json_each(CASE WHEN json_valid(q1.c1) THEN CASE json_type(q1.c1) WHEN 'array' THEN q1.c1 END END)
      ) j27 CROSS JOIN "n_Person" n27 ON n27."id" = j27."value" ORDER BY n27."id" ASC LIMIT ?12
    ) q27
  ))) FROM (
    SELECT r1."id" AS c0, r1."askedBeforeIds" AS c1 FROM "r_ACTED_IN" r1 WHERE r1."hired" >= ?1 ORDER BY r1."id" ASC LIMIT ?3
  ) q1
))
