SELECT json_array((
  SELECT json_array(n1."id", n1."name", CASE WHEN json_valid(n1."aliases") THEN json(n1."aliases") ELSE n1."aliases" END, CASE WHEN json_valid(n1."externalIds") THEN json(n1."externalIds") ELSE n1."externalIds" END, n1."kind", n1."featureCode", CASE WHEN n1."location$lat" IS NULL THEN NULL ELSE json_array(n1."location$lat", n1."location$lon") END) FROM "n_Place" n1 WHERE n1."id" = ?1
), (
  SELECT json_array(CASE WHEN json_valid(n2."externalIds") THEN json(n2."externalIds") ELSE n2."externalIds" END, CASE WHEN n2."location$lat" IS NULL THEN NULL ELSE json_array(n2."location$lat", n2."location$lon") END, n2."deathsBest", n2."start", n2."subKind", n2."violence", (
    SELECT json_array(CASE WHEN n4."location$lat" IS NULL THEN NULL ELSE json_array(n4."location$lat", n4."location$lon") END) FROM "r_OCCURRED_AT" r3 CROSS JOIN "n_Place" n4 ON n4."$key" = r3."$dst" WHERE r3."$src" = n2."$key"
  )) FROM "n_Event" n2 WHERE n2."id" = ?2
), (
  SELECT json_array(n5."reliability", (
    SELECT json_array(n7."name") FROM "r_VOICE_OF" r6 CROSS JOIN "n_Actor" n7 ON n7."$key" = r6."$dst" WHERE r6."$src" = n5."$key"
  ), n5."url") FROM "n_Source" n5 WHERE n5."id" = ?3
))
