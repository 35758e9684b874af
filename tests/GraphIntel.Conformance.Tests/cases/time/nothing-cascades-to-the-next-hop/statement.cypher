CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE n1.id = $p.a0
  WITH *, COLLECT {
    MATCH (n1)-[r2:BACKS]->(n3:Actor)
    WHERE (r2.from IS NULL OR r2.from <= $p.a1) AND (r2.until IS NULL OR r2.until > $p.a1) AND r2.standing IN ['ASSERTED', 'DISPUTED']
    WITH *
    ORDER BY n3.id ASC, r2.id ASC LIMIT $p.a3
    WITH *, COLLECT {
      MATCH (n3)-[r4:MEMBER_OF]->(n5:Actor)
      WHERE r4.standing IN ['ASSERTED', 'DISPUTED']
      WITH *
      ORDER BY n5.id ASC, r4.id ASC LIMIT $p.a5
      WITH *, COLLECT {
        MATCH (n5)<-[r6:BACKS]-(n7:Actor)
        WHERE r6.standing IN ['ASSERTED', 'DISPUTED']
        WITH *
        ORDER BY n7.id ASC, r6.id ASC LIMIT $p.a7
        RETURN [n7.id]
      } AS c0, COUNT {
        MATCH (n5)<-[r8:BACKS]-(n9:Actor)
        WHERE (r8.from IS NULL OR r8.from <= $p.a8) AND (r8.until IS NULL OR r8.until > $p.a8) AND r8.standing IN ['ASSERTED', 'DISPUTED']
        RETURN n9
      } AS c1
      RETURN [n5.id, c0, c1]
    } AS c2
    RETURN [n3.id, c2]
  } AS c3
  RETURN [c3]
} AS c4
RETURN [c4[0]] AS r
