SELECT json_array((
  SELECT json_group_array(json_array(q3.c0)) FROM (
    SELECT * FROM (
      SELECT n3."id" AS c0 FROM "n_Actor" n3 WHERE n3."kind" = ?5 ORDER BY n3."id" DESC LIMIT ?7
    ) ORDER BY c0 ASC
  ) q3
))
