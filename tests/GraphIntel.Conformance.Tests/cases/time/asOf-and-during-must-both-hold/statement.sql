SELECT json_array((
  SELECT json_array((
    SELECT count(*) FROM "r_CONTROLS" r2 WHERE r2."$dst" = n1."$key" AND (coalesce(r2."from", r2."attestedFrom") IS NULL OR coalesce(r2."from", r2."attestedFrom") <= ?2) AND (r2."until" IS NULL OR r2."until" > ?2) AND (r2."until" IS NULL OR r2."until" > ?3) AND r2."standing" IN ('ASSERTED', 'DISPUTED')
  ), (
    SELECT json_group_array(json_array(q5.c0)) FROM (
      SELECT n5."id" AS c0 FROM "r_CONTROLS" r4 CROSS JOIN "n_Actor" n5 ON n5."$key" = r4."$src" WHERE r4."$dst" = n1."$key" AND (coalesce(r4."from", r4."attestedFrom") IS NULL OR coalesce(r4."from", r4."attestedFrom") <= ?6) AND (r4."until" IS NULL OR r4."until" > ?6) AND (r4."until" IS NULL OR r4."until" > ?7) AND r4."standing" IN ('ASSERTED', 'DISPUTED') ORDER BY n5."id" ASC, r4."id" ASC LIMIT ?9
    ) q5
  ), (
    SELECT json_group_array(json_array(q7.c0)) FROM (
      SELECT n7."id" AS c0 FROM "r_CONTROLS" r6 CROSS JOIN "n_Actor" n7 ON n7."$key" = r6."$src" WHERE r6."$dst" = n1."$key" AND (coalesce(r6."from", r6."attestedFrom") IS NULL OR coalesce(r6."from", r6."attestedFrom") <= ?10) AND (r6."until" IS NULL OR r6."until" > ?10) AND r6."standing" IN ('ASSERTED', 'DISPUTED') ORDER BY n7."id" ASC, r6."id" ASC LIMIT ?12
    ) q7
  )) FROM "n_Place" n1 WHERE n1."id" = ?1
))
