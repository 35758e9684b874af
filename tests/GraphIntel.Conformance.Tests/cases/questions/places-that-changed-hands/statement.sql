SELECT json_array((
  SELECT count(*) FROM "n_Place" n1 WHERE EXISTS (
    SELECT 1 FROM "n_Actor" n3 CROSS JOIN "r_CONTROLS" r2 ON n3."$key" = r2."$src" WHERE r2."$dst" = n1."$key" AND (coalesce(r2."from", r2."attestedFrom") IS NULL OR coalesce(r2."from", r2."attestedFrom") <= ?1) AND (r2."until" IS NULL OR r2."until" > ?1) AND r2."standing" IN ('ASSERTED', 'DISPUTED') AND n3."id" = ?2
  ) AND EXISTS (
    SELECT 1 FROM "r_CONTROLS" r4 CROSS JOIN "n_Actor" n5 ON n5."$key" = r4."$src" WHERE r4."$dst" = n1."$key" AND (coalesce(r4."from", r4."attestedFrom") IS NULL OR coalesce(r4."from", r4."attestedFrom") <= ?3) AND (r4."until" IS NULL OR r4."until" > ?3) AND r4."standing" IN ('ASSERTED', 'DISPUTED') AND n5."kind" = ?4
  )
), (
  SELECT json_group_array(json_array(q1.c0)) FROM (
    SELECT n1."id" AS c0 FROM "n_Place" n1 WHERE EXISTS (
      SELECT 1 FROM "n_Actor" n3 CROSS JOIN "r_CONTROLS" r2 ON n3."$key" = r2."$src" WHERE r2."$dst" = n1."$key" AND (coalesce(r2."from", r2."attestedFrom") IS NULL OR coalesce(r2."from", r2."attestedFrom") <= ?1) AND (r2."until" IS NULL OR r2."until" > ?1) AND r2."standing" IN ('ASSERTED', 'DISPUTED') AND n3."id" = ?2
    ) AND EXISTS (
      SELECT 1 FROM "r_CONTROLS" r4 CROSS JOIN "n_Actor" n5 ON n5."$key" = r4."$src" WHERE r4."$dst" = n1."$key" AND (coalesce(r4."from", r4."attestedFrom") IS NULL OR coalesce(r4."from", r4."attestedFrom") <= ?3) AND (r4."until" IS NULL OR r4."until" > ?3) AND r4."standing" IN ('ASSERTED', 'DISPUTED') AND n5."kind" = ?4
    ) ORDER BY n1."id" ASC LIMIT ?6
  ) q1
))
