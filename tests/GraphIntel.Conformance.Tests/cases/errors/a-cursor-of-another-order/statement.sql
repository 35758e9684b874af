SELECT json_array((
  SELECT json_group_array(json_array(q1.c0)) FROM (
    SELECT n1."id" AS c0 FROM "n_Event" n1 WHERE n1."start" >= ?3 AND (n1."start" > ?3 OR n1."start" = ?3 AND (n1."id" > ?4)) ORDER BY n1."start" ASC, n1."id" ASC LIMIT ?2
  ) q1
))
