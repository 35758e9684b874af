SELECT json_array((
  SELECT json_array(n1."name", (
    SELECT json_group_array(json_array(q3.c0, q3.c1, q3.c2, q3.c2)) FROM (
      SELECT n3."id" AS c0, n3."kind" AS c1, n3."name" AS c2 FROM "r_BACKS" r2 CROSS JOIN "n_Actor" n3 ON n3."$key" = r2."$dst" WHERE r2."$src" = n1."$key" AND r2."standing" IN ('ASSERTED', 'DISPUTED') ORDER BY n3."id" ASC, r2."id" ASC LIMIT ?3
    ) q3
  ), (
    SELECT count(*) FROM "r_BACKS" r2 WHERE r2."$src" = n1."$key" AND r2."standing" IN ('ASSERTED', 'DISPUTED')
  ), n1."id") FROM "n_Actor" n1 WHERE n1."id" = ?1
))
