import Tutorial
