SELECT json_array((
  SELECT json_array((
    SELECT json_group_array(json_array(q3.c0)) FROM (
      SELECT n3."id" AS c0 FROM "r_BACKS" r2 CROSS JOIN "n_Actor" n3 ON n3."$key" = r2."$src" WHERE r2."$dst" = n1."$key" AND r2."standing" IN ('ASSERTED', 'DISPUTED') AND EXISTS (
        SELECT 1 FROM json_each(CASE WHEN json_valid(r2."kinds") THEN CASE json_type(r2."kinds") WHEN 'array' THEN r2."kinds" END END) e4 WHERE e4."value" = ?2
      ) ORDER BY n3."id" ASC, r2."id" ASC LIMIT ?4
    ) q3
  )) FROM "n_Actor" n1 WHERE n1."id" = ?1
), (
  SELECT json_array((
    SELECT json_group_array(json_array(q7.c0)) FROM (
      SELECT n7."id" AS c0 FROM "r_BACKS" r6 CROSS JOIN "n_Actor" n7 ON n7."$key" = r6."$src" WHERE r6."$dst" = n5."$key" AND r6."standing" IN ('ASSERTED', 'DISPUTED') AND NOT EXISTS (
        SELECT 1 FROM json_each(CASE WHEN json_valid(r6."kinds") THEN CASE json_type(r6."kinds") WHEN 'array' THEN r6."kinds" END END) e8 WHERE e8."value" = ?6
      ) ORDER BY n7."id" ASC, r6."id" ASC LIMIT ?8
    ) q7
  )) FROM "n_Actor" n5 WHERE n5."id" = ?5
), (
  SELECT json_array((
    SELECT json_group_array(json_array(q11.c0)) FROM (
      SELECT n11."id" AS c0 FROM "r_BACKS" r10 CROSS JOIN "n_Actor" n11 ON n11."$key" = r10."$src" WHERE r10."$dst" = n9."$key" AND r10."standing" IN ('ASSERTED', 'DISPUTED') AND NOT EXISTS (
        SELECT 1 FROM json_each(CASE WHEN json_valid(r10."kinds") THEN CASE json_type(r10."kinds") WHEN 'array' THEN r10."kinds" END END) e12 WHERE e12."value" = ?10
      ) ORDER BY n11."id" ASC, r10."id" ASC LIMIT ?12
    ) q11
  )) FROM "n_Actor" n9 WHERE n9."id" = ?9
))
