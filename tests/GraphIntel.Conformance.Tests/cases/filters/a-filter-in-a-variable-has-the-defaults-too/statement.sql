SELECT json_array((
  SELECT json_group_array(json_array(q1.c0)) FROM (
    SELECT n1."id" AS c0 FROM "n_Actor" n1 WHERE (EXISTS (
      SELECT 1 FROM "n_Actor" n3 CROSS JOIN "r_BACKS" r2 ON n3."$key" = r2."$dst" WHERE r2."$src" = n1."$key" AND r2."standing" IN ('ASSERTED', 'DISPUTED') AND n3."id" = ?1
    ) OR n1."name" IN (
      SELECT "value" FROM json_each(?2)
    )) ORDER BY n1."id" ASC LIMIT ?4
  ) q1
))
