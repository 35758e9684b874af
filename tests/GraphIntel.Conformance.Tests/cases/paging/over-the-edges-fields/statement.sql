SELECT json_array((
  SELECT json_array((
    SELECT json_group_array(json_array(q3.c0, q3.c1, q3.c2, q3.c0, q3.c1)) FROM (
      SELECT r2."from" AS c0, n3."id" AS c1, r2."id" AS c2 FROM "r_CONTROLS" r2 CROSS JOIN "n_Place" n3 ON n3."$key" = r2."$dst" WHERE r2."$src" = n1."$key" AND r2."standing" IN ('ASSERTED', 'DISPUTED') AND r2."from" >= ?4 AND (r2."from" > ?4 OR (r2."from" = ?4 AND (n3."id" > ?5 OR (n3."id" = ?5 AND r2."id" > ?6)))) ORDER BY r2."from" ASC, n3."id" ASC, r2."id" ASC LIMIT ?3
    ) q3
  )) FROM "n_Actor" n1 WHERE n1."id" = ?1
))
