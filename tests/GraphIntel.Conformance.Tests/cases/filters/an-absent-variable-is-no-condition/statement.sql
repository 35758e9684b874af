SELECT json_array((
  SELECT count(*) FROM "n_Actor" n1
))
