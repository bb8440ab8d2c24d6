import { turnRepositoryContract } from '../contracts/turn-repository-contract.ts';
import { storeInFile, storeInMemory } from './stores.ts';

turnRepositoryContract('the store in memory', storeInMemory);
turnRepositoryContract('the store in a file', storeInFile);
