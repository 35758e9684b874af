CYPHER 5
WITH COLLECT {
  MATCH (n1:Report)
  WHERE n1.id = $p.a0
  RETURN []
} AS c0
RETURN [c0[0]] AS r
