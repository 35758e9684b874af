CYPHER 5
WITH COLLECT {
  MATCH (n1:Event)
  WHERE n1.id = $p.a0
  WITH *, COLLECT {
    MATCH (n1)<-[r3:PARTICIPATED_IN]-(n2:Actor)
    WHERE r3.standing IN ['ASSERTED', 'DISPUTED'] AND r3.role = $p.a1
    WITH *
    ORDER BY n2.id ASC, r3.id ASC LIMIT $p.a6
    WITH *, COUNT {
      MATCH (n2)<-[r5:BACKS]-(n4:Actor)
      WHERE (coalesce(r5.from, r5.attestedFrom) IS NULL OR coalesce(r5.from, r5.attestedFrom) <= $p.a2) AND (r5.until IS NULL OR r5.until > $p.a2) AND r5.standing IN ['ASSERTED', 'DISPUTED']
      RETURN n4
    } AS c0, COLLECT {
      MATCH (n2)<-[r5:BACKS]-(n4:Actor)
      WHERE (coalesce(r5.from, r5.attestedFrom) IS NULL OR coalesce(r5.from, r5.attestedFrom) <= $p.a2) AND (r5.until IS NULL OR r5.until > $p.a2) AND r5.standing IN ['ASSERTED', 'DISPUTED']
      WITH *
      ORDER BY n4.id ASC, r5.id ASC LIMIT $p.a3
      RETURN [n4.name]
    } AS c1, COUNT {
      MATCH (n2)<-[r7:BACKS]-(n6:Actor)
      WHERE (coalesce(r7.from, r7.attestedFrom) IS NULL OR coalesce(r7.from, r7.attestedFrom) <= $p.a4) AND (r7.until IS NULL OR r7.until > $p.a4) AND r7.standing IN ['ASSERTED', 'DISPUTED']
      RETURN n6
    } AS c2, COLLECT {
      MATCH (n2)<-[r7:BACKS]-(n6:Actor)
      WHERE (coalesce(r7.from, r7.attestedFrom) IS NULL OR coalesce(r7.from, r7.attestedFrom) <= $p.a4) AND (r7.until IS NULL OR r7.until > $p.a4) AND r7.standing IN ['ASSERTED', 'DISPUTED']
      WITH *
      ORDER BY n6.id ASC, r7.id ASC LIMIT $p.a5
      RETURN [n6.name]
    } AS c3
    RETURN [n2.name, c0, c1, c2, c3]
  } AS c4
  RETURN [c4]
} AS c5
RETURN [c5[0]] AS r
