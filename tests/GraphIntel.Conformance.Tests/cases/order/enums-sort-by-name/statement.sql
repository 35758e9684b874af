SELECT json_array((
  SELECT json_group_array(json_array(q1.c0, q1.c1)) FROM (
    SELECT n1."kind" AS c0, n1."name" AS c1 FROM "n_Actor" n1 ORDER BY n1."kind" ASC, n1."name" DESC, n1."id" DESC LIMIT ?2
  ) q1
))
