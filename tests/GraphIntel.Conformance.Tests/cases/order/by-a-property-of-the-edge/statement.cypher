CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE n1.id = $p.a0
  WITH *, COLLECT {
    MATCH (n1)-[r2:CONTROLS]->(n3:Place)
    WHERE r2.standing IN ['ASSERTED', 'DISPUTED']
    WITH *
    ORDER BY r2.from IS NOT NULL ASC, r2.from ASC, n3.id ASC, r2.id ASC LIMIT $p.a2
    RETURN [r2.from, n3.id]
  } AS c0, COLLECT {
    MATCH (n1)-[r4:CONTROLS]->(n5:Place)
    WHERE r4.standing IN ['ASSERTED', 'DISPUTED']
    WITH *
    ORDER BY r4.from IS NOT NULL DESC, r4.from DESC, n5.id DESC, r4.id DESC LIMIT $p.a4
    RETURN [r4.from, n5.id]
  } AS c1
  RETURN [c0, c1]
} AS c2
RETURN [c2[0]] AS r
