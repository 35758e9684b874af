SELECT json_array((
  SELECT json_array((
    SELECT json_group_array(json_array(q3.c0)) FROM (
      SELECT n3."name" AS c0 FROM "r_BACKS" r2 CROSS JOIN "n_Actor" n3 ON n3."$key" = r2."$src" WHERE r2."$dst" = n1."$key" AND (r2."$supported" <= ?2 OR (r2."$supported" IS NULL AND r2."$denied" IS NULL)) ORDER BY n3."id" ASC, r2."id" ASC LIMIT ?4
    ) q3
  )) FROM "n_Actor" n1 WHERE n1."id" = ?1
))
