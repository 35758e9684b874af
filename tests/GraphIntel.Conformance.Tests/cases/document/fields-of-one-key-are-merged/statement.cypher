CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE n1.id = $p.a0
  WITH *, COLLECT {
    MATCH (n1)-[r3:BACKS]->(n2:Actor)
    WHERE r3.standing IN ['ASSERTED', 'DISPUTED']
    WITH *
    ORDER BY n2.id ASC, r3.id ASC LIMIT $p.a1
    RETURN [n2.id, n2.kind, n2.name, n2.name]
  } AS c0, COUNT {
    MATCH (n1)-[r3:BACKS]->(n2:Actor)
    WHERE r3.standing IN ['ASSERTED', 'DISPUTED']
    RETURN n2
  } AS c1
  RETURN [n1.name, c0, c1, n1.id]
} AS c2
RETURN [c2[0]] AS r
