CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE n1.id = $p.a0
  WITH *, COLLECT {
    MATCH (n1)-[r2:BACKS]->(n3:Actor)
    WHERE r2.standing IN ['ASSERTED', 'DISPUTED']
    WITH *
    ORDER BY n3.id ASC, r2.id ASC LIMIT $p.a2
    RETURN [n3.name]
  } AS c0, COLLECT {
    MATCH (n1)-[r4:BACKS]->(n5:Actor)
    WHERE r4.standing IN ['ASSERTED', 'DENIED', 'DISPUTED']
    WITH *
    ORDER BY n5.id ASC, r4.id ASC LIMIT $p.a4
    WITH *, COLLECT {
      MATCH (n6:Claim)
      WHERE n6.about = r4.id AND n6.id IS NOT NULL
      WITH *
      ORDER BY n6.id ASC LIMIT $p.a6
      RETURN [n6.stance]
    } AS c1
    RETURN [r4.standing, r4.attestedFrom, n5.name, c1, r4.id]
  } AS c2, COUNT {
    MATCH (n1)-[r7:BACKS]->(n8:Actor)
    WHERE r7.standing IN ['DENIED']
    RETURN n8
  } AS c3
  RETURN [c0, c2, c3]
} AS c4
RETURN [c4[0]] AS r
