CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE n1.kind = $p.a0 AND n1.id IS NOT NULL
  WITH *
  ORDER BY n1.id DESC LIMIT $p.a1
  RETURN [n1.id]
} AS c0
RETURN [reverse(c0)] AS r
