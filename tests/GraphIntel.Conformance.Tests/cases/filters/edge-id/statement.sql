SELECT json_array((
  SELECT json_group_array(json_array(q1.c0)) FROM (
    SELECT n1."id" AS c0 FROM "n_Actor" n1 WHERE EXISTS (
      SELECT 1 FROM "r_BACKS" r2 WHERE r2."$src" = n1."$key" AND r2."standing" IN ('ASSERTED', 'DISPUTED') AND r2."id" = ?1
    ) ORDER BY n1."id" ASC LIMIT ?3
  ) q1
))
