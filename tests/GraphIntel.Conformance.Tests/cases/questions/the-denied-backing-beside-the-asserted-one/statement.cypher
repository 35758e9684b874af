CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE n1.id = $p.a0
  WITH *, COLLECT {
    MATCH (n1)-[r3:BACKS]->(n2:Actor)
    WHERE r3.standing IN ['ASSERTED', 'DISPUTED']
    WITH *
    ORDER BY n2.id ASC, r3.id ASC LIMIT $p.a1
    RETURN [n2.name]
  } AS c0, COLLECT {
    MATCH (n1)-[r5:BACKS]->(n4:Actor)
    WHERE r5.standing IN ['ASSERTED', 'DENIED', 'DISPUTED']
    WITH *
    ORDER BY n4.id ASC, r5.id ASC LIMIT $p.a3
    WITH *, COLLECT {
      MATCH (n6:Claim)
      WHERE n6.about = r5.id AND n6.id IS NOT NULL
      WITH *
      ORDER BY n6.id ASC LIMIT $p.a2
      RETURN [n6.stance]
    } AS c1
    RETURN [r5.standing, r5.attestedFrom, n4.name, c1, r5.id]
  } AS c2, COUNT {
    MATCH (n1)-[r8:BACKS]->(n7:Actor)
    WHERE r8.standing IN ['DENIED']
    RETURN n7
  } AS c3
  RETURN [c0, c2, c3]
} AS c4
RETURN [c4[0]] AS r
