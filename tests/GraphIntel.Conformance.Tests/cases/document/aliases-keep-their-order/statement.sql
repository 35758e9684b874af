SELECT json_array((
  SELECT json_array(n1."name", n1."name", n1."name") FROM "n_Actor" n1 WHERE n1."id" = ?1
), (
  SELECT json_array(n2."name", n2."id") FROM "n_Actor" n2 WHERE n2."id" = ?2
), (
  SELECT json_group_array(json_array(q3.c0, q3.c0, q3.c0)) FROM (
    SELECT n3."id" AS c0 FROM "n_Actor" n3 ORDER BY n3."id" ASC LIMIT ?4
  ) q3
))
