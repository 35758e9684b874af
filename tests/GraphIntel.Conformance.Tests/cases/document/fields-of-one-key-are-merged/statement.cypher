CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE n1.id = $p.a0
  WITH *, COLLECT {
    MATCH (n1)-[r2:BACKS]->(n3:Actor)
    WHERE r2.standing IN ['ASSERTED', 'DISPUTED']
    WITH *
    ORDER BY n3.id ASC, r2.id ASC LIMIT $p.a2
    RETURN [n3.id, n3.kind, n3.name, n3.name]
  } AS c0, COUNT {
    MATCH (n1)-[r2:BACKS]->(n3:Actor)
    WHERE r2.standing IN ['ASSERTED', 'DISPUTED']
    RETURN n3
  } AS c1
  RETURN [n1.name, c0, c1, n1.id]
} AS c2
RETURN [c2[0]] AS r
