CYPHER 5
WITH COLLECT {
  MATCH (n1:Event)
  WHERE n1.id = $p.a0
  WITH *, COLLECT {
    MATCH (n1)<-[r2:PARTICIPATED_IN]-(n3:Actor)
    WHERE r2.standing IN ['ASSERTED', 'DISPUTED'] AND r2.role = $p.a1
    WITH *
    ORDER BY n3.id ASC, r2.id ASC LIMIT $p.a3
    WITH *, COUNT {
      MATCH (n3)<-[r4:BACKS]-(n5:Actor)
      WHERE (r4.from IS NULL OR r4.from <= $p.a4) AND (r4.until IS NULL OR r4.until > $p.a4) AND r4.standing IN ['ASSERTED', 'DISPUTED']
      RETURN n5
    } AS c0, COLLECT {
      MATCH (n3)<-[r4:BACKS]-(n5:Actor)
      WHERE (r4.from IS NULL OR r4.from <= $p.a4) AND (r4.until IS NULL OR r4.until > $p.a4) AND r4.standing IN ['ASSERTED', 'DISPUTED']
      WITH *
      ORDER BY n5.id ASC, r4.id ASC LIMIT $p.a6
      RETURN [n5.name]
    } AS c1, COUNT {
      MATCH (n3)<-[r6:BACKS]-(n7:Actor)
      WHERE (r6.from IS NULL OR r6.from <= $p.a7) AND (r6.until IS NULL OR r6.until > $p.a7) AND r6.standing IN ['ASSERTED', 'DISPUTED']
      RETURN n7
    } AS c2, COLLECT {
      MATCH (n3)<-[r6:BACKS]-(n7:Actor)
      WHERE (r6.from IS NULL OR r6.from <= $p.a7) AND (r6.until IS NULL OR r6.until > $p.a7) AND r6.standing IN ['ASSERTED', 'DISPUTED']
      WITH *
      ORDER BY n7.id ASC, r6.id ASC LIMIT $p.a9
      RETURN [n7.name]
    } AS c3
    RETURN [n3.name, c0, c1, c2, c3]
  } AS c4
  RETURN [c4]
} AS c5
RETURN [c5[0]] AS r
