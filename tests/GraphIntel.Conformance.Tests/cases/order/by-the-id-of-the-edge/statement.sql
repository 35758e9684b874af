SELECT json_array((
  SELECT json_array((
    SELECT json_group_array(json_array(q3.c0, q3.c1)) FROM (
      SELECT r2."role" AS c0, r2."id" AS c1 FROM "r_PARTICIPATED_IN" r2 CROSS JOIN "n_Actor" n3 ON n3."$key" = r2."$src" WHERE r2."$dst" = n1."$key" AND r2."standing" IN ('ASSERTED', 'DISPUTED') ORDER BY r2."role" ASC, r2."id" DESC, n3."id" DESC LIMIT ?3
    ) q3
  )) FROM "n_Event" n1 WHERE n1."id" = ?1
))
