CYPHER 5
WITH COLLECT {
  UNWIND $p.a0 AS l1
  WITH *, COLLECT {
    MATCH (n2:Actor)
    WHERE n2.id = l1
    WITH *, COUNT {
      MATCH (n3:Claim)
      WHERE n3.about = n2.id AND n3.id IS NOT NULL
      RETURN n3
    } AS c0, COLLECT {
      MATCH (n3:Claim)
      WHERE n3.about = n2.id AND n3.id IS NOT NULL
      WITH *
      ORDER BY n3.id ASC LIMIT $p.a2
      RETURN [n3.id]
    } AS c1
    RETURN [0, n2.id, n2.name, c0, c1] AS v
    UNION ALL
    MATCH (n4:Place)
    WHERE n4.id = l1
    WITH *, COUNT {
      MATCH (n5:Claim)
      WHERE n5.about = n4.id AND n5.id IS NOT NULL
      RETURN n5
    } AS c2, COLLECT {
      MATCH (n5:Claim)
      WHERE n5.about = n4.id AND n5.id IS NOT NULL
      WITH *
      ORDER BY n5.id ASC LIMIT $p.a4
      RETURN [n5.id]
    } AS c3
    RETURN [1, n4.id, n4.name, c2, c3] AS v
    UNION ALL
    MATCH (n6:Claim)
    WHERE n6.id = l1
    RETURN [2, n6.id, n6.statement] AS v
    UNION ALL
    MATCH (n7:Source)
    WHERE n7.id = l1
    RETURN [3, n7.id, n7.name] AS v
    UNION ALL
    MATCH (n8:Report)
    WHERE n8.id = l1
    RETURN [4, n8.id, n8.title] AS v
    UNION ALL
    MATCH ()-[r9:MADE_IN]->()
    WHERE r9.id = l1
    WITH *, COUNT {
      MATCH (n10:Claim)
      WHERE n10.about = r9.id AND n10.id IS NOT NULL
      RETURN n10
    } AS c4, COLLECT {
      MATCH (n10:Claim)
      WHERE n10.about = r9.id AND n10.id IS NOT NULL
      WITH *
      ORDER BY n10.id ASC LIMIT $p.a6
      RETURN [n10.id]
    } AS c5, COLLECT {
      WITH startNode(r9) AS n11
      RETURN [n11.statement]
    } AS c6, COLLECT {
      WITH endNode(r9) AS n12
      RETURN [n12.id]
    } AS c7
    RETURN [5, r9.id, c4, c5, c6[0], c7[0]] AS v
    UNION ALL
    MATCH (n13:Event)
    WHERE n13.id = l1
    WITH *, COUNT {
      MATCH (n14:Claim)
      WHERE n14.about = n13.id AND n14.id IS NOT NULL
      RETURN n14
    } AS c8, COLLECT {
      MATCH (n14:Claim)
      WHERE n14.about = n13.id AND n14.id IS NOT NULL
      WITH *
      ORDER BY n14.id ASC LIMIT $p.a8
      RETURN [n14.id]
    } AS c9
    RETURN [6, n13.id, n13.title, c8, c9] AS v
    UNION ALL
    MATCH ()-[r15:PARTICIPATED_IN]->()
    WHERE r15.id = l1
    WITH *, COUNT {
      MATCH (n16:Claim)
      WHERE n16.about = r15.id AND n16.id IS NOT NULL
      RETURN n16
    } AS c10, COLLECT {
      MATCH (n16:Claim)
      WHERE n16.about = r15.id AND n16.id IS NOT NULL
      WITH *
      ORDER BY n16.id ASC LIMIT $p.a10
      RETURN [n16.id]
    } AS c11, COLLECT {
      WITH startNode(r15) AS n17
      RETURN [n17.name]
    } AS c12, COLLECT {
      WITH endNode(r15) AS n18
      RETURN [n18.id]
    } AS c13
    RETURN [7, r15.id, c10, c11, c12[0], c13[0]] AS v
    UNION ALL
    MATCH ()-[r19:PART_OF_EVENT]->()
    WHERE r19.id = l1
    WITH *, COUNT {
      MATCH (n20:Claim)
      WHERE n20.about = r19.id AND n20.id IS NOT NULL
      RETURN n20
    } AS c14, COLLECT {
      MATCH (n20:Claim)
      WHERE n20.about = r19.id AND n20.id IS NOT NULL
      WITH *
      ORDER BY n20.id ASC LIMIT $p.a12
      RETURN [n20.id]
    } AS c15, COLLECT {
      WITH startNode(r19) AS n21
      RETURN [n21.title]
    } AS c16, COLLECT {
      WITH endNode(r19) AS n22
      RETURN [n22.id]
    } AS c17
    RETURN [8, r19.id, c14, c15, c16[0], c17[0]] AS v
    UNION ALL
    MATCH ()-[r23:REPORTED_IN]->()
    WHERE r23.id = l1
    WITH *, COUNT {
      MATCH (n24:Claim)
      WHERE n24.about = r23.id AND n24.id IS NOT NULL
      RETURN n24
    } AS c18, COLLECT {
      MATCH (n24:Claim)
      WHERE n24.about = r23.id AND n24.id IS NOT NULL
      WITH *
      ORDER BY n24.id ASC LIMIT $p.a14
      RETURN [n24.id]
    } AS c19, COLLECT {
      WITH startNode(r23) AS n25
      RETURN [n25.title]
    } AS c20, COLLECT {
      WITH endNode(r23) AS n26
      RETURN [n26.id]
    } AS c21
    RETURN [9, r23.id, c18, c19, c20[0], c21[0]] AS v
    UNION ALL
    MATCH ()-[r27:PUBLISHED_BY]->()
    WHERE r27.id = l1
    WITH *, COUNT {
      MATCH (n28:Claim)
      WHERE n28.about = r27.id AND n28.id IS NOT NULL
      RETURN n28
    } AS c22, COLLECT {
      MATCH (n28:Claim)
      WHERE n28.about = r27.id AND n28.id IS NOT NULL
      WITH *
      ORDER BY n28.id ASC LIMIT $p.a16
      RETURN [n28.id]
    } AS c23, COLLECT {
      WITH startNode(r27) AS n29
      RETURN [n29.title]
    } AS c24, COLLECT {
      WITH endNode(r27) AS n30
      RETURN [n30.id]
    } AS c25
    RETURN [10, r27.id, c22, c23, c24[0], c25[0]] AS v
    UNION ALL
    MATCH ()-[r31:MADE_BY]->()
    WHERE r31.id = l1
    WITH *, COUNT {
      MATCH (n32:Claim)
      WHERE n32.about = r31.id AND n32.id IS NOT NULL
      RETURN n32
    } AS c26, COLLECT {
      MATCH (n32:Claim)
      WHERE n32.about = r31.id AND n32.id IS NOT NULL
      WITH *
      ORDER BY n32.id ASC LIMIT $p.a18
      RETURN [n32.id]
    } AS c27, COLLECT {
      WITH startNode(r31) AS n33
      RETURN [n33.statement]
    } AS c28, COLLECT {
      WITH endNode(r31) AS n34
      RETURN [n34.id]
    } AS c29
    RETURN [11, r31.id, c26, c27, c28[0], c29[0]] AS v
    UNION ALL
    MATCH ()-[r35:PART_OF]->()
    WHERE r35.id = l1
    WITH *, COUNT {
      MATCH (n36:Claim)
      WHERE n36.about = r35.id AND n36.id IS NOT NULL
      RETURN n36
    } AS c30, COLLECT {
      MATCH (n36:Claim)
      WHERE n36.about = r35.id AND n36.id IS NOT NULL
      WITH *
      ORDER BY n36.id ASC LIMIT $p.a20
      RETURN [n36.id]
    } AS c31, COLLECT {
      WITH startNode(r35) AS n37
      RETURN [n37.name]
    } AS c32, COLLECT {
      WITH endNode(r35) AS n38
      RETURN [n38.id]
    } AS c33
    RETURN [12, r35.id, c30, c31, c32[0], c33[0]] AS v
    UNION ALL
    MATCH ()-[r39:LIES_IN]->()
    WHERE r39.id = l1
    WITH *, COUNT {
      MATCH (n40:Claim)
      WHERE n40.about = r39.id AND n40.id IS NOT NULL
      RETURN n40
    } AS c34, COLLECT {
      MATCH (n40:Claim)
      WHERE n40.about = r39.id AND n40.id IS NOT NULL
      WITH *
      ORDER BY n40.id ASC LIMIT $p.a22
      RETURN [n40.id]
    } AS c35, COLLECT {
      WITH startNode(r39) AS n41
      RETURN [n41.name]
    } AS c36, COLLECT {
      WITH endNode(r39) AS n42
      RETURN [n42.id]
    } AS c37
    RETURN [13, r39.id, c34, c35, c36[0], c37[0]] AS v
    UNION ALL
    MATCH ()-[r43:BORDERS]->()
    WHERE r43.id = l1
    WITH *, COUNT {
      MATCH (n44:Claim)
      WHERE n44.about = r43.id AND n44.id IS NOT NULL
      RETURN n44
    } AS c38, COLLECT {
      MATCH (n44:Claim)
      WHERE n44.about = r43.id AND n44.id IS NOT NULL
      WITH *
      ORDER BY n44.id ASC LIMIT $p.a24
      RETURN [n44.id]
    } AS c39, COLLECT {
      WITH startNode(r43) AS n45
      RETURN [n45.name]
    } AS c40, COLLECT {
      WITH endNode(r43) AS n46
      RETURN [n46.id]
    } AS c41
    RETURN [14, r43.id, c38, c39, c40[0], c41[0]] AS v
    UNION ALL
    MATCH ()-[r47:OCCURRED_AT]->()
    WHERE r47.id = l1
    WITH *, COUNT {
      MATCH (n48:Claim)
      WHERE n48.about = r47.id AND n48.id IS NOT NULL
      RETURN n48
    } AS c42, COLLECT {
      MATCH (n48:Claim)
      WHERE n48.about = r47.id AND n48.id IS NOT NULL
      WITH *
      ORDER BY n48.id ASC LIMIT $p.a26
      RETURN [n48.id]
    } AS c43, COLLECT {
      WITH startNode(r47) AS n49
      RETURN [n49.title]
    } AS c44, COLLECT {
      WITH endNode(r47) AS n50
      RETURN [n50.id]
    } AS c45
    RETURN [15, r47.id, c42, c43, c44[0], c45[0]] AS v
    UNION ALL
    MATCH ()-[r51:CONTROLS]->()
    WHERE r51.id = l1
    WITH *, COUNT {
      MATCH (n52:Claim)
      WHERE n52.about = r51.id AND n52.id IS NOT NULL
      RETURN n52
    } AS c46, COLLECT {
      MATCH (n52:Claim)
      WHERE n52.about = r51.id AND n52.id IS NOT NULL
      WITH *
      ORDER BY n52.id ASC LIMIT $p.a28
      RETURN [n52.id]
    } AS c47, COLLECT {
      WITH startNode(r51) AS n53
      RETURN [n53.name]
    } AS c48, COLLECT {
      WITH endNode(r51) AS n54
      RETURN [n54.id]
    } AS c49
    RETURN [16, r51.id, c46, c47, c48[0], c49[0]] AS v
    UNION ALL
    MATCH ()-[r55:BACKS]->()
    WHERE r55.id = l1
    WITH *, COUNT {
      MATCH (n56:Claim)
      WHERE n56.about = r55.id AND n56.id IS NOT NULL
      RETURN n56
    } AS c50, COLLECT {
      MATCH (n56:Claim)
      WHERE n56.about = r55.id AND n56.id IS NOT NULL
      WITH *
      ORDER BY n56.id ASC LIMIT $p.a30
      RETURN [n56.id]
    } AS c51, COLLECT {
      WITH startNode(r55) AS n57
      RETURN [n57.name]
    } AS c52, COLLECT {
      WITH endNode(r55) AS n58
      RETURN [n58.id]
    } AS c53
    RETURN [17, r55.id, c50, c51, c52[0], c53[0]] AS v
    UNION ALL
    MATCH ()-[r59:MEMBER_OF]->()
    WHERE r59.id = l1
    WITH *, COUNT {
      MATCH (n60:Claim)
      WHERE n60.about = r59.id AND n60.id IS NOT NULL
      RETURN n60
    } AS c54, COLLECT {
      MATCH (n60:Claim)
      WHERE n60.about = r59.id AND n60.id IS NOT NULL
      WITH *
      ORDER BY n60.id ASC LIMIT $p.a32
      RETURN [n60.id]
    } AS c55, COLLECT {
      WITH startNode(r59) AS n61
      RETURN [n61.name]
    } AS c56, COLLECT {
      WITH endNode(r59) AS n62
      RETURN [n62.id]
    } AS c57
    RETURN [18, r59.id, c54, c55, c56[0], c57[0]] AS v
    UNION ALL
    MATCH ()-[r63:SUCCEEDS]->()
    WHERE r63.id = l1
    WITH *, COUNT {
      MATCH (n64:Claim)
      WHERE n64.about = r63.id AND n64.id IS NOT NULL
      RETURN n64
    } AS c58, COLLECT {
      MATCH (n64:Claim)
      WHERE n64.about = r63.id AND n64.id IS NOT NULL
      WITH *
      ORDER BY n64.id ASC LIMIT $p.a34
      RETURN [n64.id]
    } AS c59, COLLECT {
      WITH startNode(r63) AS n65
      RETURN [n65.name]
    } AS c60, COLLECT {
      WITH endNode(r63) AS n66
      RETURN [n66.id]
    } AS c61
    RETURN [19, r63.id, c58, c59, c60[0], c61[0]] AS v
    UNION ALL
    MATCH ()-[r67:BASED_IN]->()
    WHERE r67.id = l1
    WITH *, COUNT {
      MATCH (n68:Claim)
      WHERE n68.about = r67.id AND n68.id IS NOT NULL
      RETURN n68
    } AS c62, COLLECT {
      MATCH (n68:Claim)
      WHERE n68.about = r67.id AND n68.id IS NOT NULL
      WITH *
      ORDER BY n68.id ASC LIMIT $p.a36
      RETURN [n68.id]
    } AS c63, COLLECT {
      WITH startNode(r67) AS n69
      RETURN [n69.name]
    } AS c64, COLLECT {
      WITH endNode(r67) AS n70
      RETURN [n70.id]
    } AS c65
    RETURN [20, r67.id, c62, c63, c64[0], c65[0]] AS v
    UNION ALL
    MATCH ()-[r71:VOICE_OF]->()
    WHERE r71.id = l1
    WITH *, COUNT {
      MATCH (n72:Claim)
      WHERE n72.about = r71.id AND n72.id IS NOT NULL
      RETURN n72
    } AS c66, COLLECT {
      MATCH (n72:Claim)
      WHERE n72.about = r71.id AND n72.id IS NOT NULL
      WITH *
      ORDER BY n72.id ASC LIMIT $p.a38
      RETURN [n72.id]
    } AS c67, COLLECT {
      WITH startNode(r71) AS n73
      RETURN [n73.name]
    } AS c68, COLLECT {
      WITH endNode(r71) AS n74
      RETURN [n74.id]
    } AS c69
    RETURN [21, r71.id, c66, c67, c68[0], c69[0]] AS v
  } AS c70
  RETURN c70[0]
} AS c71
RETURN [c71] AS r
