CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE n1.id = $p.a0
  WITH *, COLLECT {
    MATCH (n1)-[r3:BACKS]->(n2:Actor)
    WHERE (r3.from IS NULL OR r3.from <= $p.a1) AND (r3.until IS NULL OR r3.until > $p.a1) AND r3.standing IN ['ASSERTED', 'DISPUTED']
    WITH *
    ORDER BY n2.id ASC, r3.id ASC LIMIT $p.a5
    WITH *, COLLECT {
      MATCH (n2)-[r5:MEMBER_OF]->(n4:Actor)
      WHERE r5.standing IN ['ASSERTED', 'DISPUTED']
      WITH *
      ORDER BY n4.id ASC, r5.id ASC LIMIT $p.a4
      WITH *, COLLECT {
        MATCH (n4)<-[r7:BACKS]-(n6:Actor)
        WHERE r7.standing IN ['ASSERTED', 'DISPUTED']
        WITH *
        ORDER BY n6.id ASC, r7.id ASC LIMIT $p.a2
        RETURN [n6.id]
      } AS c0, COUNT {
        MATCH (n4)<-[r9:BACKS]-(n8:Actor)
        WHERE (coalesce(r9.from, r9.attestedFrom) IS NULL OR coalesce(r9.from, r9.attestedFrom) <= $p.a3) AND (r9.until IS NULL OR r9.until > $p.a3) AND r9.standing IN ['ASSERTED', 'DISPUTED']
        RETURN n8
      } AS c1
      RETURN [n4.id, c0, c1]
    } AS c2
    RETURN [n2.id, c2]
  } AS c3
  RETURN [c3]
} AS c4
RETURN [c4[0]] AS r
