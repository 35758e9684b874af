SELECT json_array((
  SELECT count(*) FROM "n_Event" n1 WHERE n1."$key" IN (
    SELECT rowid FROM "k_Event$title" WHERE "k_Event$title" MATCH ?1
  )
), (
  SELECT json_group_array(json_array(q1.c0, q1.c1)) FROM (
    SELECT n1."title" AS c0, n1."start" AS c1 FROM "n_Event" n1 WHERE n1."$key" IN (
      SELECT rowid FROM "k_Event$title" WHERE "k_Event$title" MATCH ?1
    ) ORDER BY n1."start" DESC, n1."id" DESC LIMIT ?4
  ) q1
))
