CYPHER 5
WITH COLLECT {
  MATCH (n3:Actor)
  WHERE n3.kind = $p.a4 AND n3.id IS NOT NULL
  WITH *
  ORDER BY n3.id DESC LIMIT $p.a6
  RETURN [n3.id]
} AS c0
RETURN [reverse(c0)] AS r
