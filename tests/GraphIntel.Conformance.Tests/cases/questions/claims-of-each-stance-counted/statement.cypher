CYPHER 5
WITH COUNT {
  MATCH (n1:Claim)
  WHERE n1.stance = $p.a0 AND n1.id IS NOT NULL
  RETURN n1
} AS c0, COLLECT {
  MATCH (n1:Claim)
  WHERE n1.stance = $p.a0 AND n1.id IS NOT NULL
  WITH *
  ORDER BY n1.id ASC LIMIT $p.a2
  RETURN [n1.id]
} AS c1, COUNT {
  MATCH (n2:Claim)
  WHERE NOT coalesce(n2.stance = $p.a3, false) AND n2.id IS NOT NULL
  RETURN n2
} AS c2
RETURN [c0, c1, c2] AS r
